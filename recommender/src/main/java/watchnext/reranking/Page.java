package watchnext.reranking;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A page and what was held back to make it.
 *
 * @param videos video ordinals, top of the page first
 * @param scores the ranker's score of each
 * @param heldBackByCreator places at which a better-scored video stood back because its creator had
 *     its share of the page
 * @param heldBackByTag the same for its tag
 * @param heldBackForDiversity places at which a more relevant video (score and freshness) stood
 *     back because it was too much like the page
 */
public record Page(
    int[] videos,
    float[] scores,
    int heldBackByCreator,
    int heldBackByTag,
    int heldBackForDiversity) {

  /** How many places were held back, by reason. */
  public Map<String, Integer> heldBack() {
    Map<String, Integer> reasons = new LinkedHashMap<>();
    reasons.put("creator had its share", heldBackByCreator);
    reasons.put("tag had its share", heldBackByTag);
    reasons.put("too much alike", heldBackForDiversity);
    return reasons;
  }

  /** Number of videos. */
  public int size() {
    return videos.length;
  }
}
