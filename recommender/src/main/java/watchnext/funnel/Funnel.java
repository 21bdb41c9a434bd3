package watchnext.funnel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import watchnext.feature.FeatureState;
import watchnext.math.Matrix;
import watchnext.ranking.Ranked;
import watchnext.reranking.Page;
import watchnext.retrieval.Merge;
import watchnext.retrieval.RankFusion;
import watchnext.retrieval.RetrievalStage;
import watchnext.retrieval.Retrieved;
import watchnext.task.Asked;
import watchnext.task.Candidates;
import watchnext.task.Filter;
import watchnext.task.RankedList;
import watchnext.task.Request;
import watchnext.task.Slate;

/**
 * The online page: from a request to a slate. Hundreds of candidates are retrieved among all
 * videos, scored by the ranker on all features, and made into a page.
 *
 * <p>What is known of users and videos is the {@link FeatureState} that the caller moves forward
 * between requests. An unknown user gets popular videos, and the trace says so. Most features of a
 * user without history are zero, and rankers saw few such requests in training. The page of such a
 * user fuses the ranker's order with that of popularity ({@link RankFusion}); its scores are those
 * of the fusion. <i>Confined: one request at a time, while the state stands still.</i>
 */
public final class Funnel {

  /** Popular videos from which the page of an unknown user is made. */
  private static final int FALLBACK_VIDEOS = 500;

  /** For users without history: ranker and popularity with equal weight. */
  private static final RankFusion FIRST_PAGE = new RankFusion(10);

  private final Stages stages;
  private final FeatureState state;
  private final Reasons reasons;
  private final String arm;
  private final ServedLog served;

  /** A funnel over {@code stages}, with {@code state} telling what is known now. */
  public Funnel(Stages stages, FeatureState state) {
    this(stages, state, "", ServedLog.NOTHING);
  }

  /**
   * A funnel that keeps what it serves.
   *
   * @param arm of an experiment, empty for none
   * @param served receives every page
   */
  public Funnel(Stages stages, FeatureState state, String arm, ServedLog served) {
    this.stages = stages;
    this.state = state;
    this.reasons = new Reasons(stages);
    this.arm = arm;
    this.served = served;
  }

  /** The page for {@code request}. */
  public Answer recommend(Request request) {
    return recommend(request, List.of());
  }

  /** The page for {@code request} under {@code rules} of the caller, beside those of the house. */
  public Answer recommend(Request request, List<Filter> rules) {
    Asked asked = Asked.of(request, state).under(rules);
    Trace trace = new Trace();
    Found found = asked.isKnown() ? ranked(asked, trace) : popular(asked, request, trace);
    Page page =
        stages
            .reranking()
            .rerank(found.ranked(), stages.catalog(), request.context(), request.pageSize());
    trace.stage("rerank", page.size(), page.heldBack());
    List<Slate.Item> items = items(asked, found.candidates(), page);
    trace.stage("explain", page.size(), Map.of());
    Slate slate = new Slate(request.userId(), stages.version(), items);
    keep(request, slate, found.rows());
    return new Answer(slate, page, trace);
  }

  /** Hands the page to the log, with the rows of its items. */
  private void keep(Request request, Slate slate, Matrix rows) {
    boolean isRanked = rows.rows() > 0;
    Matrix kept = new Matrix(isRanked ? slate.items().size() : 0, rows.columns());
    for (int i = 0; i < kept.rows(); i++) {
      int candidate = slate.items().get(i).retrievalRank() - 1;
      System.arraycopy(
          rows.data(), rows.offset(candidate), kept.data(), kept.offset(i), rows.columns());
    }
    List<String> names = stages.ranking().featureNames();
    served.add(new ServedPage(request.id(), arm, request.context(), slate, names, kept));
  }

  /** What the page is made of; a row of features a candidate, or none. */
  private record Found(Candidates candidates, RankedList ranked, Matrix rows) {}

  /** Stages 1 and 2. */
  private Found ranked(Asked asked, Trace trace) {
    RetrievalStage.Gathered gathered = stages.retrieval().gather(asked);
    Candidates candidates = gathered.candidates();
    trace.sources(gathered.steps());
    trace.stage("retrieve", candidates.size(), gathered.removed());
    Ranked scored = stages.ranking().rank(asked, candidates);
    RankedList ranked = scored.list();
    boolean isWarm = asked.history().size() > 0;
    if (!isWarm) {
      RankedList popular = stages.fallback().retrieve(asked, FALLBACK_VIDEOS).list();
      ranked = FIRST_PAGE.fuse(ranked, popular, ranked.size(), asked.ties());
    }
    trace.stage(isWarm ? "rank" : "rank and popularity", ranked.size(), Map.of());
    return new Found(candidates, ranked, scored.rows());
  }

  /** Someone without an account: no history, nothing seen, so nothing to rank by. */
  private Found popular(Asked asked, Request request, Trace trace) {
    int wanted = Math.max(FALLBACK_VIDEOS, request.pageSize());
    Retrieved popular = stages.fallback().retrieve(asked, wanted);
    trace.stage(
        "fallback: unknown user, popular videos", popular.size(), asked.eligibility().removed());
    Candidates candidates = Merge.of(List.of(stages.fallback().name()), List.of(popular));
    Matrix noRows = new Matrix(0, stages.ranking().featureNames().size());
    return new Found(candidates, popular.list(), noRows);
  }

  private List<Slate.Item> items(Asked asked, Candidates candidates, Page page) {
    int[] indices = candidates.indicesOf(page.videos());
    List<Slate.Item> items = new ArrayList<>(page.size());
    for (int place = 0; place < page.size(); place++) {
      int video = page.videos()[place];
      List<String> sources = candidates.sourcesOf(indices[place]);
      items.add(
          new Slate.Item(
              stages.catalog().video(video).id(),
              place,
              sources,
              indices[place] + 1,
              page.scores()[place],
              reasons.reason(asked, video, sources),
              candidates.candidatePropensity(indices[place])));
    }
    return items;
  }
}
