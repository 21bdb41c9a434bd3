package watchnext.task;

import java.util.ArrayList;
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

  /**
   * Takes ownership of both arrays.
   *
   * @param sourceNames name of each source, by bit
   * @param videos video ordinals, each once
   * @param sources for each video, bit {@code s} is set when source {@code s} found it
   */
  public Candidates(List<String> sourceNames, int[] videos, int[] sources) {
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
    this.sourceNames = List.copyOf(sourceNames);
    this.videos = videos;
    this.sources = sources;
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
