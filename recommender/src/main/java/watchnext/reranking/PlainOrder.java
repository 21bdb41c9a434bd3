package watchnext.reranking;

import java.util.Arrays;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.task.RankedList;

/** The simplest page: the ranker's order, cut. <i>Stateless.</i> */
public final class PlainOrder implements Reranker {

  @Override
  public Page rerank(RankedList ranked, Catalog catalog, Context context, int size) {
    int length = Math.min(size, ranked.size());
    return new Page(
        Arrays.copyOf(ranked.videos(), length), Arrays.copyOf(ranked.scores(), length), 0, 0, 0);
  }
}
