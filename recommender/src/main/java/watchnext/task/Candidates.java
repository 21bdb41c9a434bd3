package watchnext.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
   * Candidates of sources that leave nothing to chance. Takes ownership of both arrays.
   *
   * @param sourceNames name of each source, by bit
   * @param videos video ordinals, each once
   * @param sources for each video, bit {@code s} is set when source {@code s} found it
   */
  public Candidates(List<String> sourceNames, int[] videos, int[] sources) {
    this(sourceNames, videos, sources, certain(sourceNames.size()));
  }

  /**
   * Takes ownership of the arrays.
   *
   * @param sourceNames name of each source, by bit
   * @param videos video ordinals, each once
   * @param sources for each video, bit {@code s} is set when source {@code s} found it
   * @param propensities for each source, the probability with which it drew what it found
   */
  public Candidates(List<String> sourceNames, int[] videos, int[] sources, double[] propensities) {
    if (sourceNames.size() > MOST_SOURCES) {
      throw new IllegalArgumentException(
          "there must be at most " + MOST_SOURCES + " sources, were " + sourceNames.size());
    }
    if (videos.length != sources.length) {
      throw new IllegalArgumentException(
          "videos and sources must have one length, were "
              + videos.length
              + " and "
              + sources.length);
    }
    if (propensities.length != sourceNames.size()) {
      throw new IllegalArgumentException(
          "there must be one propensity a source, were "
              + propensities.length
              + " for "
              + sourceNames.size());
    }
    this.sourceNames = List.copyOf(sourceNames);
    this.videos = videos;
    this.sources = sources;
    this.propensities = propensities;
  }

  private static double[] certain(int sources) {
    double[] ones = new double[sources];
    Arrays.fill(ones, 1);
    return ones;
  }

  /**
   * The probability that candidate {@code i} became one: 1 when a source that leaves nothing to
   * chance found it, else that at least one of the independent draws takes it, 1 − Π (1 − p).
   */
  public double propensity(int i) {
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

  /** The place of a video among the candidates, -1 when it is none of them. Cost: linear. */
  public int indexOf(int video) {
    for (int i = 0; i < videos.length; i++) {
      if (videos[i] == video) {
        return i;
      }
    }
    return -1;
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
