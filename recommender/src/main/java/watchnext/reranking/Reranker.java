package watchnext.reranking;

import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.task.RankedList;

/**
 * Makes a page of ranked videos: policy that no score expresses. Runs per request.
 *
 * <p>Contract: every video of the page is among the ranked ones, none twice; a page is as long as
 * asked for, or as there are videos. <i>Thread-safe.</i>
 */
public interface Reranker {

  /**
   * The page.
   *
   * @param ranked videos with the ranker's scores, best first
   * @param catalog creators, tags and upload times of the videos
   * @param context time of the request
   * @param size videos wanted
   */
  Page rerank(RankedList ranked, Catalog catalog, Context context, int size);
}
