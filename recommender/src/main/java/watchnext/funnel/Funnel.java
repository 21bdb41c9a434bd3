package watchnext.funnel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import watchnext.catalog.Vocabulary;
import watchnext.feature.FeatureState;
import watchnext.feature.History;
import watchnext.ranking.RequestState;
import watchnext.reranking.Page;
import watchnext.retrieval.RankFusion;
import watchnext.retrieval.RetrievalRequest;
import watchnext.retrieval.RetrievalStage;
import watchnext.task.Candidates;
import watchnext.task.RankedList;
import watchnext.task.Request;
import watchnext.task.Slate;

/**
 * The online page: from a request to a slate. Hundreds of candidates are retrieved among all
 * videos, scored by the ranker on all features, and made into a page.
 *
 * <p>What is known of users and videos is the {@link FeatureState} that the caller moves forward
 * between requests. A user nobody has heard of gets what is popular, with a trace that says so. Who
 * has no history yet is ranked by few features that say anything, and the rankers met few like that
 * in training: the page is then made of their order and that of popularity together ({@link
 * RankFusion}), and its scores are those of the fusion. <i>Confined: one request at a time, while
 * the state stands still.</i>
 */
public final class Funnel {

  /** Popular videos from which the page of an unknown user is made. */
  private static final int FALLBACK_VIDEOS = 500;

  /** Where nothing is known of a user's taste, the ranker's word and the public's count alike. */
  private static final RankFusion FIRST_PAGE = new RankFusion(10);

  private final Snapshot snapshot;
  private final FeatureState state;
  private final Reasons reasons;

  /** A funnel over {@code snapshot}, with {@code state} telling what is known now. */
  public Funnel(Snapshot snapshot, FeatureState state) {
    this.snapshot = snapshot;
    this.state = state;
    this.reasons = new Reasons(snapshot);
  }

  /** The page for {@code request}. */
  public Answer recommend(Request request) {
    int user = snapshot.catalog().userVocabulary().find(request.userId());
    if (user == Vocabulary.UNKNOWN) {
      return stranger(request);
    }
    return page(request, RetrievalRequest.of(user, request.context(), state));
  }

  /**
   * The page for someone who has just signed up and chosen a few favourites: these stand for a
   * history until there is one. Who has a history already, or is unknown, is answered as ever.
   *
   * @param choices the favourites, and when they were chosen
   */
  public Answer recommend(Request request, History choices) {
    int user = snapshot.catalog().userVocabulary().find(request.userId());
    return user == Vocabulary.UNKNOWN || state.history(user).size() > 0
        ? recommend(request)
        : page(request, RetrievalRequest.choosing(user, request.context(), state, choices));
  }

  private Answer page(Request request, RetrievalRequest asked) {
    Trace trace = new Trace();
    RetrievalStage.Gathered gathered = snapshot.retrieval().gather(asked);
    Candidates candidates = gathered.candidates();
    trace.sources(gathered.steps());
    trace.stage("retrieve", candidates.size(), asked.eligibility().removed());
    RankedList ranked = rank(asked, candidates);
    boolean known = asked.history().size() > 0;
    trace.stage(known ? "rank" : "rank and popularity", ranked.size(), Map.of());
    Page page =
        snapshot
            .reranking()
            .rerank(ranked, snapshot.catalog(), request.context(), request.pageSize());
    trace.stage("rerank", page.size(), page.heldBack());
    Slate slate = new Slate(request.userId(), snapshot.version(), items(asked, candidates, page));
    trace.stage("explain", page.size(), Map.of());
    return new Answer(slate, page, trace);
  }

  private RankedList rank(RetrievalRequest asked, Candidates candidates) {
    RequestState known = new RequestState(state, asked.user(), asked.context(), asked.history());
    RankedList ranked = snapshot.ranking().rank(known, candidates);
    if (asked.history().size() > 0) {
      return ranked;
    }
    RankedList popular = snapshot.fallback().retrieve(asked, FALLBACK_VIDEOS);
    return FIRST_PAGE.fuse(ranked, popular, ranked.size());
  }

  private List<Slate.Item> items(RetrievalRequest asked, Candidates candidates, Page page) {
    String how = state.history(asked.user()).size() > 0 ? "watched" : "chose";
    List<Slate.Item> items = new ArrayList<>(page.size());
    for (int place = 0; place < page.size(); place++) {
      int video = page.videos()[place];
      int candidate = candidates.indexOf(video);
      items.add(
          new Slate.Item(
              snapshot.catalog().video(video).id(),
              place,
              candidates.sourcesOf(candidate),
              candidate + 1,
              page.scores()[place],
              reasons.reason(asked.history(), how, video, candidates.sourcesOf(candidate)),
              candidates.propensity(candidate)));
    }
    return items;
  }

  /** Someone without an account: no history, nothing seen, so nothing to rank by. */
  private Answer stranger(Request request) {
    Trace trace = new Trace();
    RetrievalRequest asked = RetrievalRequest.stranger(request.context(), state);
    int wanted = Math.max(FALLBACK_VIDEOS, request.pageSize());
    RankedList popular = snapshot.fallback().retrieve(asked, wanted);
    trace.stage(
        "fallback: unknown user, popular videos", popular.size(), asked.eligibility().removed());
    Page page =
        snapshot
            .reranking()
            .rerank(popular, snapshot.catalog(), request.context(), request.pageSize());
    trace.stage("rerank", page.size(), page.heldBack());
    List<Slate.Item> items = new ArrayList<>(page.size());
    for (int place = 0; place < page.size(); place++) {
      items.add(
          new Slate.Item(
              snapshot.catalog().video(page.videos()[place]).id(),
              place,
              List.of(snapshot.fallback().name()),
              place + 1,
              page.scores()[place],
              "popular now",
              1));
    }
    return new Answer(new Slate(request.userId(), snapshot.version(), items), page, trace);
  }
}
