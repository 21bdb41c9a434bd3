package watchnext.feature;

import java.util.Arrays;
import watchnext.event.EventKind;

/**
 * Where each user stands in the present sitting: a session ends when nothing is heard for {@value
 * #GAP_SECONDS} seconds. <i>Confined: one thread at a time.</i>
 */
final class Sessions {

  /** Silence that ends a session. */
  static final long GAP_SECONDS = 30 * 60;

  /** The time of what has not happened. */
  static final long NEVER = Long.MIN_VALUE;

  private final long[] starts;
  private final long[] lasts;
  private final int[] impressions;
  private final int[] clicks;
  private final int[] goods;
  private final int[] acts;
  private final int[] skips;

  Sessions(int users) {
    this.starts = new long[users];
    this.lasts = new long[users];
    this.impressions = new int[users];
    this.clicks = new int[users];
    this.goods = new int[users];
    this.acts = new int[users];
    this.skips = new int[users];
    Arrays.fill(lasts, NEVER);
  }

  /** Takes in an event of {@code user}. */
  void observe(int user, EventKind kind, boolean isGood, long epochSecond) {
    if (!isOpen(user, epochSecond)) {
      starts[user] = epochSecond;
      impressions[user] = 0;
      clicks[user] = 0;
      goods[user] = 0;
      acts[user] = 0;
      skips[user] = 0;
    }
    lasts[user] = Math.max(lasts[user], epochSecond);
    goods[user] += isGood ? 1 : 0;
    if (kind == EventKind.IMPRESSION) {
      impressions[user]++;
      skips[user]++;
      return;
    }
    acts[user]++;
    clicks[user] += kind == EventKind.CLICK ? 1 : 0;
    skips[user] = kind == EventKind.NOT_INTERESTED ? skips[user] : 0;
  }

  /** Whether what {@code user} does at {@code epochSecond} still belongs to the last session. */
  boolean isOpen(int user, long epochSecond) {
    return lasts[user] != NEVER && epochSecond - lasts[user] <= GAP_SECONDS;
  }

  /** Time of the latest event of {@code user}, or {@link #NEVER}. */
  long last(int user) {
    return lasts[user];
  }

  /** When the last session began. */
  long start(int user) {
    return starts[user];
  }

  /** Videos shown in the last session. */
  int impressions(int user) {
    return impressions[user];
  }

  /** Videos opened in the last session. */
  int clicks(int user) {
    return clicks[user];
  }

  /** Good events of the last session. */
  int goods(int user) {
    return goods[user];
  }

  /** Events of the last session that are not impressions. */
  int acts(int user) {
    return acts[user];
  }

  /** Videos shown since the user last did anything but refuse. */
  int skips(int user) {
    return skips[user];
  }
}
