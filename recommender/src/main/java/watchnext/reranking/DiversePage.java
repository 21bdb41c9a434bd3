package watchnext.reranking;

import java.util.HashMap;
import java.util.Map;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.catalog.Video;
import watchnext.task.RankedList;

/**
 * Fills a page place by place with the video of the largest maximal marginal relevance,
 *
 * <pre>λ · (score(v) + freshness(v)) − (1 − λ) · max over the page of similarity(v, w)</pre>
 *
 * among those whose creator and leading tag have not had their share; scores are first scaled to
 * [0, 1] over the pool. When the caps leave nothing, they give way: a page is never shorter than it
 * could be.
 *
 * <p>Reference: Carbonell &amp; Goldstein, The Use of MMR, SIGIR 1998 [carbonell1998]. Cost: pool ×
 * page similarities. <i>Immutable.</i>
 */
public final class DiversePage implements Reranker {

  private static final double DAY_SECONDS = 86_400;

  private final PageRules rules;
  private final VideoSimilarity similarity;

  /** A page by {@code rules}, with {@code similarity} telling likeness. */
  public DiversePage(PageRules rules, VideoSimilarity similarity) {
    this.rules = rules;
    this.similarity = similarity;
  }

  @Override
  public Page rerank(RankedList ranked, Catalog catalog, Context context, int size) {
    int pool = Math.min(Math.max(rules.pool(), size), ranked.size());
    double[] relevance = relevance(ranked, pool, catalog, context);
    Draft draft = new Draft(ranked, catalog, pool, Math.min(size, pool));
    while (!draft.isFull()) {
      draft.place(relevance);
    }
    return draft.page();
  }

  /** Scores scaled to [0, 1] over the pool, plus what freshness adds. */
  private double[] relevance(RankedList ranked, int pool, Catalog catalog, Context context) {
    double[] relevance = new double[pool];
    if (pool == 0) {
      return relevance;
    }
    double best = ranked.scores()[0];
    double range = best - ranked.scores()[pool - 1];
    for (int i = 0; i < pool; i++) {
      double scaled = range > 0 ? 1 - (best - ranked.scores()[i]) / range : 1;
      relevance[i] = scaled + freshness(catalog.video(ranked.videos()[i]), context);
    }
    return relevance;
  }

  private double freshness(Video video, Context context) {
    if (video.uploadedEpochSecond() == Video.ALWAYS_THERE) {
      return 0;
    }
    double days = Math.max(0, context.epochSecond() - video.uploadedEpochSecond()) / DAY_SECONDS;
    return rules.freshnessBonus() * Math.pow(0.5, days / rules.freshnessHalfLifeDays());
  }

  /** The page while it is being filled. <i>Confined: one request.</i> */
  private final class Draft {
    private final RankedList ranked;
    private final Catalog catalog;
    private final boolean[] taken;
    private final double[] nearest;
    private final int[] chosen;
    private final Map<String, Integer> perCreator = new HashMap<>();
    private final Map<String, Integer> perTag = new HashMap<>();
    private int filled;
    private int heldBackByCreator;
    private int heldBackByTag;
    private int heldBackForDiversity;

    Draft(RankedList ranked, Catalog catalog, int pool, int size) {
      this.ranked = ranked;
      this.catalog = catalog;
      this.taken = new boolean[pool];
      this.nearest = new double[pool];
      this.chosen = new int[size];
    }

    boolean isFull() {
      return filled == chosen.length;
    }

    void place(double[] relevance) {
      int best = best(relevance, true);
      if (best < 0) {
        best = best(relevance, false);
      }
      heldBackForDiversity += isBetterLeft(relevance, best) ? 1 : 0;
      take(best);
    }

    /**
     * Whether likeness alone keeps a more relevant video, which the caps allow, from this place.
     */
    private boolean isBetterLeft(double[] relevance, int best) {
      for (int i = 0; i < taken.length; i++) {
        if (!taken[i] && relevance[i] > relevance[best] && isCreatorFree(i) && isTagFree(i)) {
          return true;
        }
      }
      return false;
    }

    /** The untaken video of the largest marginal relevance, -1 when the caps leave none. */
    private int best(double[] relevance, boolean capped) {
      int best = -1;
      double bestValue = Double.NEGATIVE_INFINITY;
      boolean creatorHeld = false;
      boolean tagHeld = false;
      for (int i = 0; i < taken.length; i++) {
        if (taken[i]) {
          continue;
        }
        if (capped && !isCreatorFree(i)) {
          creatorHeld |= best < 0;
        } else if (capped && !isTagFree(i)) {
          tagHeld |= best < 0;
        } else {
          double lambda = rules.relevanceWeight();
          double value = lambda * relevance[i] - (1 - lambda) * nearest[i];
          if (value > bestValue) {
            bestValue = value;
            best = i;
          }
        }
      }
      // When nothing is left the caps give way, and nobody stood back.
      heldBackByCreator += creatorHeld && best >= 0 ? 1 : 0;
      heldBackByTag += tagHeld && best >= 0 ? 1 : 0;
      return best;
    }

    private void take(int i) {
      taken[i] = true;
      chosen[filled++] = i;
      perCreator.merge(creator(i), 1, Integer::sum);
      perTag.merge(tag(i), 1, Integer::sum);
      int video = ranked.videos()[i];
      for (int j = 0; j < taken.length; j++) {
        if (!taken[j]) {
          nearest[j] = Math.max(nearest[j], similarity.between(video, ranked.videos()[j]));
        }
      }
    }

    private boolean isCreatorFree(int i) {
      String creator = creator(i);
      return creator.isEmpty() || perCreator.getOrDefault(creator, 0) < rules.mostPerCreator();
    }

    private boolean isTagFree(int i) {
      String tag = tag(i);
      return tag.isEmpty() || perTag.getOrDefault(tag, 0) < rules.mostPerTag();
    }

    private String creator(int i) {
      return catalog.video(ranked.videos()[i]).creatorId();
    }

    private String tag(int i) {
      Video video = catalog.video(ranked.videos()[i]);
      return video.tags().isEmpty() ? "" : video.tags().get(0);
    }

    Page page() {
      int[] videos = new int[filled];
      float[] scores = new float[filled];
      for (int place = 0; place < filled; place++) {
        videos[place] = ranked.videos()[chosen[place]];
        scores[place] = ranked.scores()[chosen[place]];
      }
      return new Page(videos, scores, heldBackByCreator, heldBackByTag, heldBackForDiversity);
    }
  }
}
