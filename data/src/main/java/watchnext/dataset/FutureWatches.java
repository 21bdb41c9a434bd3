package watchnext.dataset;

import java.util.Arrays;
import java.util.function.IntPredicate;
import watchnext.event.EventKind;
import watchnext.event.EventLog;

/**
 * What users go on to watch well: the relevance of the evaluation, and the labels of rankers on
 * data without impressions. It looks into the future by design, so it lives with the data sets and
 * not with the features.
 *
 * <p>For each good event the time is kept at which its user first saw its video (by a click, watch,
 * like or rating), so that a question costs a binary search and the length of its answer. 8 bytes a
 * good event. <i>Immutable.</i>
 */
public final class FutureWatches {

  private final EventLog log;
  private final int[] offsets;
  private final int[] goods;
  private final int[] firstSights;

  private FutureWatches(EventLog log, int[] offsets, int[] goods, int[] firstSights) {
    this.log = log;
    this.offsets = offsets;
    this.goods = goods;
    this.firstSights = firstSights;
  }

  /** The index of {@code log}. */
  public static FutureWatches of(EventLog log) {
    return of(UserTimelines.of(log));
  }

  /** The index of the events in {@code timelines}. */
  public static FutureWatches of(UserTimelines timelines) {
    return of(timelines, timelines.log()::isGood);
  }

  /** The same of the events of one kind instead of the good watches. */
  public static FutureWatches of(EventLog log, EventKind kind) {
    return of(UserTimelines.of(log), i -> log.kind(i) == kind);
  }

  private static FutureWatches of(UserTimelines timelines, IntPredicate counts) {
    EventLog log = timelines.log();
    int users = log.catalog().users().size();
    int[] offsets = new int[users + 1];
    int[] goods = new int[1024];
    int[] firstSights = new int[1024];
    LongIntMap sights = new LongIntMap();
    int at = 0;
    for (int user = 0; user < users; user++) {
      sights.clear();
      for (int k = 0; k < timelines.count(user); k++) {
        int place = timelines.event(user, k);
        if (isSight(log.kind(place))) {
          int first = sights.putIfAbsent(log.video(place), place);
          if (counts.test(place)) {
            if (at == goods.length) {
              goods = Arrays.copyOf(goods, Math.addExact(at, at));
              firstSights = Arrays.copyOf(firstSights, goods.length);
            }
            goods[at] = place;
            firstSights[at++] = first;
          }
        }
      }
      offsets[user + 1] = at;
    }
    return new FutureWatches(
        log, offsets, Arrays.copyOf(goods, at), Arrays.copyOf(firstSights, at));
  }

  /** Whether there is none at all. */
  public boolean isEmpty() {
    return goods.length == 0;
  }

  private static boolean isSight(EventKind kind) {
    return switch (kind) {
      case CLICK, WATCH, LIKE, RATING -> true;
      case IMPRESSION, NOT_INTERESTED -> false;
    };
  }

  /**
   * The videos that {@code user} watches well in {@code [epochSecond, epochSecond +
   * horizonSeconds)} and had not seen strictly before {@code epochSecond}: what is relevant at a
   * request, everywhere.
   *
   * @return distinct ordinals, ascending
   */
  public int[] from(int user, long epochSecond, long horizonSeconds) {
    int from = firstFrom(user, epochSecond);
    int to = firstFrom(user, Math.addExact(epochSecond, horizonSeconds));
    int[] result = new int[to - from];
    int size = 0;
    for (int i = from; i < to; i++) {
      if (log.epochSecond(firstSights[i]) >= epochSecond) {
        result[size++] = log.video(goods[i]);
      }
    }
    return distinct(result, size);
  }

  /** The index of the first good event of {@code user} at or after a time. */
  private int firstFrom(int user, long epochSecond) {
    int low = offsets[user];
    int high = offsets[user + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (log.epochSecond(goods[middle]) < epochSecond) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int[] distinct(int[] videos, int size) {
    Arrays.sort(videos, 0, size);
    int used = 0;
    for (int i = 0; i < size; i++) {
      if (used == 0 || videos[used - 1] != videos[i]) {
        videos[used++] = videos[i];
      }
    }
    return Arrays.copyOf(videos, used);
  }
}
