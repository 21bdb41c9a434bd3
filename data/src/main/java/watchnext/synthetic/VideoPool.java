package watchnext.synthetic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import watchnext.catalog.Catalog;
import watchnext.catalog.Video;
import watchnext.synthetic.truth.Curves;

/**
 * The videos that the logging policy can choose from, weighted by recent clicks times recent click
 * rate: all together, and by tag. Counted anew every few hours; weights decay, so that what was
 * popular last week is not for ever. <i>One writer ({@link #refresh}), many readers in between.</i>
 */
final class VideoPool {

  private static final double HALF_LIFE_HOURS = 36;
  private static final double UNKNOWN_WEIGHT = 0.1;
  private static final double DOUBT_SHOWS = 10;

  private final int[][] tagsOfVideo;
  private final int[] tagOffsets;
  private final int[] tagVideos;
  private final int[] tagSizes;
  private final double[] tagCumulative;
  private final float[] recentShows;
  private final float[] recentClicks;
  private final double[] weights;
  private final double[] cumulative;
  private final GuideTable guide = new GuideTable();
  private int known;

  VideoPool(Catalog catalog) {
    List<Video> videos = catalog.videos();
    Map<String, Integer> numbers = new HashMap<>();
    this.tagsOfVideo = new int[videos.size()][];
    for (int v = 0; v < videos.size(); v++) {
      List<String> tags = videos.get(v).tags();
      int[] ordinals = new int[tags.size()];
      for (int i = 0; i < ordinals.length; i++) {
        ordinals[i] = numbers.computeIfAbsent(tags.get(i), tag -> numbers.size());
      }
      tagsOfVideo[v] = ordinals;
    }
    this.tagOffsets = new int[numbers.size() + 1];
    this.tagSizes = new int[numbers.size()];
    for (int[] tags : tagsOfVideo) {
      for (int tag : tags) {
        tagOffsets[tag + 1]++;
      }
    }
    Arrays.parallelPrefix(tagOffsets, Integer::sum);
    this.tagVideos = new int[tagOffsets[numbers.size()]];
    this.tagCumulative = new double[tagVideos.length];
    this.recentShows = new float[videos.size()];
    this.recentClicks = new float[videos.size()];
    this.weights = new double[videos.size()];
    this.cumulative = new double[videos.size()];
    fillTags();
  }

  private void fillTags() {
    int[] next = tagOffsets.clone();
    for (int v = 0; v < tagsOfVideo.length; v++) {
      for (int tag : tagsOfVideo[v]) {
        tagVideos[next[tag]++] = v;
      }
    }
  }

  /**
   * Counts anew.
   *
   * @param available videos below it exist now
   * @param shows impressions since the last time, set to 0
   * @param clicks clicks since the last time, set to 0
   * @param hours hours since the last time
   */
  void refresh(int available, int[] shows, int[] clicks, double hours) {
    double keep = StrictMath.pow(0.5, hours / HALF_LIFE_HOURS);
    known = available;
    double sum = 0;
    for (int v = 0; v < available; v++) {
      recentShows[v] = (float) (keep * recentShows[v] + shows[v]);
      recentClicks[v] = (float) (keep * recentClicks[v] + clicks[v]);
      shows[v] = 0;
      clicks[v] = 0;
      double rate = recentClicks[v] / (recentShows[v] + DOUBT_SHOWS);
      weights[v] = recentClicks[v] * rate + UNKNOWN_WEIGHT;
      sum += weights[v];
      cumulative[v] = sum;
    }
    guide.index(cumulative, available);
    for (int tag = 0; tag < tagSizes.length; tag++) {
      double tagSum = 0;
      int i = tagOffsets[tag];
      while (i < tagOffsets[tag + 1] && tagVideos[i] < available) {
        tagSum += weights[tagVideos[i]];
        tagCumulative[i++] = tagSum;
      }
      tagSizes[tag] = i - tagOffsets[tag];
    }
  }

  /** Tags of a video, as numbers. */
  int[] tags(int video) {
    return tagsOfVideo[video];
  }

  /** Whether a video with the tag can be drawn. */
  boolean hasVideos(int tag) {
    return tagSizes[tag] > 0;
  }

  /** Probability with which {@link #drawPopular} gives {@code video}. */
  double popularProbability(int video) {
    return video < known ? weights[video] / cumulative[known - 1] : 0;
  }

  /** Probability with which {@link #drawTagged} gives {@code video}, which carries the tag. */
  double taggedProbability(int tag, int video) {
    if (video >= known) {
      return 0;
    }
    double total = tagCumulative[tagOffsets[tag] + tagSizes[tag] - 1];
    return weights[video] / total;
  }

  /** A video, as often as it is popular. */
  int drawPopular(double u) {
    return guide.draw(cumulative, u);
  }

  /** A video that carries the tag, as often as it is popular. */
  int drawTagged(int tag, double u) {
    int from = tagOffsets[tag];
    return tagVideos[from + Curves.drawCumulative(tagCumulative, from, tagSizes[tag], u)];
  }
}
