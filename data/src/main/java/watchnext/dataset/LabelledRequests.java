package watchnext.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import watchnext.catalog.Context;
import watchnext.event.EventKind;
import watchnext.event.EventLog;
import watchnext.event.Recording;
import watchnext.require.Require;

/**
 * Makes {@link LabelledRequest}s of logged impressions: impressions are grouped into pages, and
 * later events of the user become labels.
 *
 * <p>The impressions of one request are a page, see {@link PageJoin} for both words. The page's
 * time and device are those of its first impression; where the log does not say the device, it is
 * the user's usual one. An event belongs to the impression of its request and video; where that is
 * not known, to the latest impression of its user and video. It counts if it comes no later than
 * the label delay after the page. The delay is the same for every page; pages younger than it at
 * the end of the log are left out.
 *
 * <p>A kind of label that never occurs in the log before {@code until} is unknown (NaN), not
 * negative. <i>Stateless.</i>
 */
public final class LabelledRequests {

  /** A day: the default label delay. */
  public static final long LABEL_DELAY_SECONDS = 86_400;

  private LabelledRequests() {}

  /** All mature pages of {@code [from, until)} with a label delay of one day. */
  public static List<LabelledRequest> fromImpressions(Recording recording, long from, long until) {
    return pages(recording.events(), from, until, LABEL_DELAY_SECONDS);
  }

  /**
   * At most {@code atMost} pages, drawn without replacement from all mature ones.
   *
   * @param from seconds since 1970, the earliest page
   * @param until nothing at or after this time is looked at
   * @param labelDelaySeconds how long labels are waited for, 0 or more
   * @param atMost at least 1
   * @param random draws the sample
   * @return pages in order of time
   */
  public static List<LabelledRequest> fromImpressions(
      Recording recording,
      long from,
      long until,
      long labelDelaySeconds,
      int atMost,
      RandomGenerator random) {
    Require.atLeast("atMost", atMost, 1);
    return sample(pages(recording.events(), from, until, labelDelaySeconds), atMost, random);
  }

  /** {@code atMost} of {@code pages} in their order, each subset equally likely. */
  public static List<LabelledRequest> sample(
      List<LabelledRequest> pages, int atMost, RandomGenerator random) {
    List<LabelledRequest> result = new ArrayList<>(Math.min(atMost, pages.size()));
    int wanted = Math.min(atMost, pages.size());
    for (int i = 0; i < pages.size() && result.size() < wanted; i++) {
      int left = pages.size() - i;
      if (random.nextInt(left) < wanted - result.size()) {
        result.add(pages.get(i));
      }
    }
    return result;
  }

  private static List<LabelledRequest> pages(
      EventLog log, long from, long until, long labelDelaySeconds) {
    Require.that(
        labelDelaySeconds >= 0, "labelDelaySeconds must be 0 or more, was %s", labelDelaySeconds);
    int end = log.indexAt(until);
    PageJoin join = new PageJoin(log, log.indexAt(from), end, labelDelaySeconds);
    Set<EventKind> occurs = kindsBefore(log, end);
    List<LabelledRequest> result = new ArrayList<>();
    for (PageJoin.Page page : join.pages()) {
      if (page.time() + labelDelaySeconds < until) {
        result.add(labelled(log, join, page, occurs));
      }
    }
    return result;
  }

  private static Set<EventKind> kindsBefore(EventLog log, int end) {
    Set<EventKind> result = EnumSet.noneOf(EventKind.class);
    for (int i = 0; i < end; i++) {
      result.add(log.kind(i));
    }
    return result;
  }

  private static LabelledRequest labelled(
      EventLog log, PageJoin join, PageJoin.Page page, Set<EventKind> occurs) {
    int size = page.size();
    int[] videos = new int[size];
    int[] positions = new int[size];
    float[] clicked = new float[size];
    float[] watchedLong = new float[size];
    float[] liked = new float[size];
    for (int k = 0; k < size; k++) {
      int impression = page.impression(k);
      videos[k] = log.video(impression);
      positions[k] = log.position(impression);
      clicked[k] = join.isClicked(impression) ? 1 : 0;
      watchedLong[k] = join.isWatchedLong(impression) ? 1 : 0;
      liked[k] = join.isLiked(impression) ? 1 : 0;
    }
    blankUnless(occurs.contains(EventKind.CLICK), clicked);
    blankUnless(occurs.contains(EventKind.WATCH) || occurs.contains(EventKind.RATING), watchedLong);
    blankUnless(occurs.contains(EventKind.LIKE), liked);
    String shownOn = log.device(page.impression(0));
    String device = shownOn.isEmpty() ? log.catalog().user(page.user()).device() : shownOn;
    return new LabelledRequest(
        page.user(),
        new Context(page.time(), device),
        videos,
        clicked,
        watchedLong,
        liked,
        positions,
        log.get(page.impression(0)).requestId());
  }

  private static void blankUnless(boolean occurs, float[] labels) {
    if (!occurs) {
      Arrays.fill(labels, Float.NaN);
    }
  }
}
