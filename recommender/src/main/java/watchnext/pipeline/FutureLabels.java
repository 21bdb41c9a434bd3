package watchnext.pipeline;

import java.util.Arrays;
import watchnext.dataset.FutureWatches;
import watchnext.event.EventKind;
import watchnext.event.EventLog;
import watchnext.event.Recording;
import watchnext.model.ranker.RankerRowsBuilder;

/**
 * What a user goes on to do with a candidate within the horizon of the evaluation: the labels of
 * the rankers. A kind of label that never occurs in the log is unknown (NaN), not negative.
 *
 * <p>Whether the video was shown at that moment plays no part. A ranker that learnt from logged
 * pages beside candidates would learn to tell the two apart, which no request asks.
 * <i>Immutable.</i>
 */
final class FutureLabels {

  private final long horizonSeconds;
  private final boolean clicksKnown;
  private final boolean likesKnown;
  private final FutureWatches goods;
  private final FutureWatches clicks;
  private final FutureWatches likes;

  /** Labels from the events before {@code until}; nothing later is looked at. */
  FutureLabels(Recording recording, long until, int horizonDays) {
    this.horizonSeconds = horizonDays * 86_400L;
    EventLog log = recording.events().before(recording.events().indexAt(until));
    this.goods = FutureWatches.of(log);
    this.clicks = FutureWatches.of(log, EventKind.CLICK);
    this.likes = FutureWatches.of(log, EventKind.LIKE);
    this.clicksKnown = !clicks.isEmpty();
    this.likesKnown = !likes.isEmpty();
  }

  /** The labels of what {@code user} was offered at {@code epochSecond}. */
  OfRequest of(int user, long epochSecond) {
    return new OfRequest(
        goods.from(user, epochSecond, horizonSeconds),
        clicks.from(user, epochSecond, horizonSeconds),
        likes.from(user, epochSecond, horizonSeconds));
  }

  /** The labels of one request, by video ordinal. <i>Immutable.</i> */
  final class OfRequest {
    private final int[] good;
    private final int[] clicked;
    private final int[] liked;

    private OfRequest(int[] good, int[] clicked, int[] liked) {
      this.good = good;
      this.clicked = clicked;
      this.liked = liked;
    }

    /** Whether the user goes on to watch the video well. */
    boolean isGood(int video) {
      return contains(good, video);
    }

    /** How many videos the user goes on to watch well, candidates or not. */
    int wanted() {
      return good.length;
    }

    /** Adds the row of {@code video} with its labels. */
    void addTo(RankerRowsBuilder rows, float[] features, int video) {
      rows.add(
          features,
          label(clicksKnown, clicked, video),
          isGood(video) ? 1 : 0,
          label(likesKnown, liked, video));
    }

    private static float label(boolean known, int[] videos, int video) {
      return known ? (contains(videos, video) ? 1 : 0) : Float.NaN;
    }

    private static boolean contains(int[] ascending, int video) {
      return Arrays.binarySearch(ascending, video) >= 0;
    }
  }
}
