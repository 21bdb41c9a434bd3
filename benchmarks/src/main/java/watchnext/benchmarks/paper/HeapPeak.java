package watchnext.benchmarks.paper;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * The most that the heap held since it was last forgotten, garbage included: an upper bound of what
 * is needed. <i>Thread-safe, but there is one heap.</i>
 */
final class HeapPeak {

  private HeapPeak() {}

  /** Collects garbage and starts anew. */
  static void forget() {
    System.gc();
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /** The sum of the peaks of all pools, which need not have come at the same time. */
  static double mebibytes() {
    return pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum()
        / (double) (1 << 20);
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
