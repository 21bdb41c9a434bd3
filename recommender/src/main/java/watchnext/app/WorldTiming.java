package watchnext.app;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.OperatingSystemMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import watchnext.evaluation.Estimate;
import watchnext.event.EventKind;
import watchnext.synthetic.EventSink;
import watchnext.synthetic.World;
import watchnext.synthetic.WorldConfig;
import watchnext.synthetic.WorldEvent;

/**
 * How fast a world is made: first drawn (catalogue and hidden side), then played from the first day
 * to the last into a sink that counts. One run from a cold JVM, so that compilation is in it.
 * <i>Immutable.</i>
 */
final class WorldTiming {

  static final String PROTOCOL =
      "one run from a cold JVM; events are counted and thrown away; CPU seconds are those of the"
          + " whole process, compiler and collector included";

  private static final double NANOS = 1e9;

  private final Map<String, Double> figures = new LinkedHashMap<>();
  private final String name;

  private WorldTiming(String name) {
    this.name = name;
  }

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

  static WorldTiming measure(WorldConfig config, long seed, int threads, Terminal terminal) {
    terminal.accept("drawing world " + config.name() + ", seed " + seed);
    long start = System.nanoTime();
    World world = World.of(config, seed);
    long drawn = System.nanoTime();
    double cpu = cpuNanos();
    Counter counter = new Counter();
    world.stream(counter, threads, terminal);
    double seconds = (System.nanoTime() - drawn) / NANOS;
    double cpuSeconds = (cpuNanos() - cpu) / NANOS;
    WorldTiming timing = new WorldTiming("world " + config.name());
    double events = counter.impressions + counter.others;
    timing.add("threads", threads);
    timing.add("pages", (double) counter.pages);
    timing.add("impressions", (double) counter.impressions);
    timing.add("events", events);
    timing.add("seconds to draw", (drawn - start) / NANOS);
    timing.add("seconds to play", seconds);
    timing.add("CPU seconds to play", cpuSeconds);
    timing.add("impressions per second", counter.impressions / seconds);
    timing.add("events per second", events / seconds);
    timing.add("impressions per CPU second", counter.impressions / cpuSeconds);
    timing.add("events per CPU second", events / cpuSeconds);
    timing.add("peak heap, GiB", peakHeapBytes() / (1 << 30));
    return timing;
  }

  private void add(String figure, double value) {
    figures.put(figure, value);
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

  void print(Terminal terminal) {
    terminal.print(name);
    terminal.table(
        List.of("figure", "value"),
        figures.entrySet().stream()
            .map(figure -> List.of(figure.getKey(), cell(figure.getValue())))
            .toList());
    terminal.print(Machine.describe());
  }

  private static String cell(double value) {
    boolean isWhole = value == Math.rint(value) || value >= 1000;
    return String.format(Locale.ROOT, isWhole ? "%,.0f" : "%.2f", value);
  }

  List<ResultFile.Row> forFile() {
    Map<String, Estimate> metrics = new LinkedHashMap<>();
    figures.forEach((figure, value) -> metrics.put(figure, Estimate.of(value)));
    return List.of(ResultFile.Row.ours(name, metrics, 0));
  }
}
