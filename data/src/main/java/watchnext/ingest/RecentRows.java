package watchnext.ingest;

/**
 * The last {@value #ROWS} rows of one millisecond, to find rows that repeat each other: those stand
 * side by side, whether a file is sorted by time or by user. <i>Confined: one thread at a time.</i>
 */
final class RecentRows {

  private static final int ROWS = 64;

  private final long[] pairs = new long[ROWS];
  private long time = Long.MIN_VALUE;
  private int size;

  /** Whether user and video came at this time; remembers them otherwise. */
  boolean hasOrAdd(long timeMillis, int user, int video) {
    if (timeMillis != time) {
      time = timeMillis;
      size = 0;
    }
    long pair = (long) user << 32 | video;
    for (int i = 0; i < Math.min(size, ROWS); i++) {
      if (pairs[i] == pair) {
        return true;
      }
    }
    pairs[size++ % ROWS] = pair;
    return false;
  }
}
