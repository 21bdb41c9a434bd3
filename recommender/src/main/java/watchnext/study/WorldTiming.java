package watchnext.study;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.OperatingSystemMXBean;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import watchnext.event.EventKind;
import watchnext.result.Cell;
import watchnext.result.Table;
import watchnext.synthetic.EventSink;
import watchnext.synthetic.World;
import watchnext.synthetic.WorldConfig;
import watchnext.synthetic.WorldEvent;

/**
 * How fast a world is made: first drawn (catalogue and hidden side), then played from the first day
 * to the last into a sink that counts. One run from a cold JVM, so that compilation is in it.
 * <i>Stateless.</i>
 */
public final class WorldTiming {

  /** How it is measured, in words. */
  public static final String PROTOCOL =
      "one run from a cold JVM; events are counted and thrown away; CPU seconds are those of the"
          + " whole process, compiler and collector included";

  private static final double NANOS = 1e9;

  private WorldTiming() {}

  /** Counts and throws away. */
  private static final class Counter implements EventSink {
    private long pages;
    private long impressions;
    private long others;

    @Override
    public void page(int request, boolean random, String device) {
      pages++;
    }

    @Override
    public void event(WorldEvent event) {
      if (event.kind() == EventKind.IMPRESSION) {
        impressions++;
      } else {
        others++;
      }
    }
  }

  /** Makes the world and counts what comes out. */
  public static Table measure(
      WorldConfig config, long seed, int threads, Consumer<String> progress) {
    progress.accept("drawing world " + config.name() + ", seed " + seed);
    long start = System.nanoTime();
    World world = World.of(config, seed);
    long drawn = System.nanoTime();
    double cpu = cpuNanos();
    Counter counter = new Counter();
    world.stream(counter, threads, progress);
    double seconds = (System.nanoTime() - drawn) / NANOS;
    double cpuSeconds = (cpuNanos() - cpu) / NANOS;
    Map<String, Cell> timing = new LinkedHashMap<>();
    double events = counter.impressions + counter.others;
    timing.put("threads", Cell.of(threads));
    timing.put("pages", Cell.of((double) counter.pages));
    timing.put("impressions", Cell.of((double) counter.impressions));
    timing.put("events", Cell.of(events));
    timing.put("seconds to draw", Cell.of((drawn - start) / NANOS));
    timing.put("seconds to play", Cell.of(seconds));
    timing.put("CPU seconds to play", Cell.of(cpuSeconds));
    timing.put("impressions per second", Cell.of(counter.impressions / seconds));
    timing.put("events per second", Cell.of(events / seconds));
    timing.put("impressions per CPU second", Cell.of(counter.impressions / cpuSeconds));
    timing.put("events per CPU second", Cell.of(events / cpuSeconds));
    timing.put("peak heap, GiB", Cell.of(peakHeapBytes() / (1 << 30)));
    return Table.figures("timing", "World " + config.name(), timing);
  }

  /** CPU time of the whole process; NaN where the JVM does not tell. */
  private static double cpuNanos() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    return system instanceof com.sun.management.OperatingSystemMXBean process
        ? process.getProcessCpuTime()
        : Double.NaN;
  }

  /** Sum of the peaks of the heap's pools, garbage included: never less than the peak itself. */
  private static double peakHeapBytes() {
    double bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      bytes += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
    }
    return bytes;
  }
}
