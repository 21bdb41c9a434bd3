package watchnext.task;

import java.util.List;

/**
 * What is answered: a page of videos, top first, each with where it came from and why it is there.
 * <i>Immutable.</i>
 *
 * @param userId whose page
 * @param snapshotVersion which models made it
 * @param items the page
 */
public record Slate(String userId, String snapshotVersion, List<Item> items) {

  /** Takes an unmodifiable copy. */
  public Slate {
    items = List.copyOf(items);
  }

  /**
   * One video of the page.
   *
   * @param videoId the data's identifier
   * @param position 0 for the top
   * @param sources the retrieval sources that found it
   * @param retrievalRank its place among the candidates, from 1
   * @param rankScore the ranker's score
   * @param reason one sentence for people
   * @param candidatePropensity the probability that it became a candidate: 1 but for what
   *     exploration drew
   */
  public record Item(
      String videoId,
      int position,
      List<String> sources,
      int retrievalRank,
      float rankScore,
      String reason,
      double candidatePropensity) {}
}
