package watchnext.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import watchnext.require.Require;

/**
 * What retrieval hands to ranking: videos without repetition, each with the sources that found it.
 * The order is that of the merge, best guesses first; ranking does not depend on it.
 * <i>Immutable.</i>
 */
public final class Candidates {

  /** More sources than bits do not fit. */
  public static final int MOST_SOURCES = 31;

  private final List<String> sourceNames;
  private final int[] videos;
  private final int[] sources;
  private final double[] propensities;

  /**
   * Takes ownership of the arrays.
   *
   * @param sourceNames name of each source, by bit
   * @param videos video ordinals, each once
   * @param sources for each video, bit {@code s} is set when source {@code s} found it
   * @param propensities for each source, the probability with which it drew each video it found
   */
  public Candidates(List<String> sourceNames, int[] videos, int[] sources, double[] propensities) {
    Require.that(
        sourceNames.size() <= MOST_SOURCES,
        "there must be at most %s sources, were %s",
        MOST_SOURCES,
        sourceNames.size());
    Require.that(
        videos.length == sources.length,
        "videos and sources must have one length, were %s and %s",
        videos.length,
        sources.length);
    Require.that(
        propensities.length == sourceNames.size(),
        "there must be one propensity a source, were %s for %s",
        propensities.length,
        sourceNames.size());
    this.sourceNames = List.copyOf(sourceNames);
    this.videos = videos;
    this.sources = sources;
    this.propensities = propensities;
  }

  /**
   * The probability that candidate {@code i} became one: 1 when a source that draws nothing found
   * it, else 1 − Π (1 − p) over the independent draws that took it. Draws that could have taken it
   * and did not are not known here: with several sources that draw, this is a lower bound.
   */
  public double candidatePropensity(int i) {
    double missed = 1;
    for (int s = 0; s < propensities.length; s++) {
      missed *= isFrom(i, s) ? 1 - propensities[s] : 1;
    }
    return 1 - missed;
  }

  /** Number of candidates. */
  public int size() {
    return videos.length;
  }

  /** Ordinal of candidate {@code i}. */
  public int video(int i) {
    return videos[i];
  }

  /** The index of each of {@code wanted} among the candidates, -1 for others. Cost: one pass. */
  public int[] indicesOf(int[] wanted) {
    Map<Integer, Integer> places = new HashMap<>();
    for (int place = 0; place < wanted.length; place++) {
      places.put(wanted[place], place);
    }
    int[] indices = new int[wanted.length];
    Arrays.fill(indices, -1);
    for (int i = 0; i < videos.length; i++) {
      Integer place = places.get(videos[i]);
      if (place != null) {
        indices[place] = i;
      }
    }
    return indices;
  }

  /** The video ordinals, a copy. */
  public int[] videos() {
    return videos.clone();
  }

  /** Name of every source, found anything or not. */
  public List<String> sourceNames() {
    return sourceNames;
  }

  /** Whether source {@code s} found candidate {@code i}. */
  public boolean isFrom(int i, int s) {
    return (sources[i] >>> s & 1) == 1;
  }

  /** Names of the sources that found candidate {@code i}. */
  public List<String> sourcesOf(int i) {
    List<String> names = new ArrayList<>();
    for (int s = 0; s < sourceNames.size(); s++) {
      if (isFrom(i, s)) {
        names.add(sourceNames.get(s));
      }
    }
    return names;
  }
}
