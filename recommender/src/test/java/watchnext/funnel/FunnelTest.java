package watchnext.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.index.ExactIndex;
import watchnext.ranking.NoRanker;
import watchnext.ranking.RankingStage;
import watchnext.ranking.RowEncoder;
import watchnext.reranking.DiversePage;
import watchnext.reranking.PageRules;
import watchnext.reranking.VideoSimilarity;
import watchnext.retrieval.CircleWorld;
import watchnext.retrieval.ExplorationSource;
import watchnext.retrieval.FreshSource;
import watchnext.retrieval.PopularSource;
import watchnext.retrieval.PopularityWindow;
import watchnext.retrieval.RetrievalStage;
import watchnext.retrieval.RetrievalStage.Source;
import watchnext.retrieval.TwoTowerSource;
import watchnext.task.Filter;
import watchnext.task.Request;
import watchnext.task.Slate;

/** The whole funnel over sixty videos on a circle, ranked in the order of retrieval. */
class FunnelTest {

  private static final CircleWorld WORLD = new CircleWorld();

  /** Two videos within two places of each other on the circle are alike. */
  private static final VideoSimilarity NEAR = (a, b) -> Math.abs(a - b) <= 2 ? 0.9f : 0;

  private final Catalog catalog = WORLD.recording().catalog();
  private final Funnel funnel = new Funnel(stages(), WORLD.state());

  private Stages stages() {
    PopularSource popular = new PopularSource(PopularityWindow.EVER);
    RetrievalStage retrieval =
        new RetrievalStage(
            List.of(
                new Source(
                    new TwoTowerSource(WORLD.userVectors(), new ExactIndex(WORLD.videoVectors())),
                    12),
                new Source(popular, 8),
                new Source(
                    new FreshSource(
                        WORLD.userVectors(), WORLD.videoVectors(), catalog, 2 * CircleWorld.DAY),
                    4)));
    return new Stages(
        "night 1",
        catalog,
        retrieval,
        new RankingStage(new RowEncoder(List.of()), new NoRanker()),
        new DiversePage(new PageRules(50, 0.9, 2, 3, 0, 1), NEAR),
        popular,
        NEAR);
  }

  private Answer ask(String user, int pageSize) {
    return funnel.recommend(new Request(user, Context.at(CircleWorld.NOW), pageSize));
  }

  @Test
  void aKnownUserGetsAFullPageOfVideosNotSeenBefore() {
    for (int user = 0; user < CircleWorld.SATED; user++) {
      Answer answer = ask("u" + user, 10);
      assertThat(answer.slate().items()).hasSize(10);
      Set<String> videos = new HashSet<>();
      for (Slate.Item item : answer.slate().items()) {
        int video = catalog.videoVocabulary().ordinal(item.videoId());
        assertThat(WORLD.mayBeShown(user, video)).as("%s to user %d", item, user).isTrue();
        assertThat(videos.add(item.videoId())).isTrue();
      }
    }
  }

  @Test
  void slateAndPageAreOneAndTellWhereEachVideoCameFrom() {
    Answer answer = ask("u1", 6);
    assertThat(answer.slate().userId()).isEqualTo("u1");
    assertThat(answer.slate().snapshotVersion()).isEqualTo("night 1");
    for (int place = 0; place < 6; place++) {
      Slate.Item item = answer.slate().items().get(place);
      assertThat(item.position()).isEqualTo(place);
      assertThat(item.videoId()).isEqualTo("v" + answer.page().videos()[place]);
      assertThat(item.sources()).isNotEmpty().isSubsetOf("two-tower", "popular", "fresh");
      // Ranked by retrieval's order: the best candidate scores 0, the next -1.
      assertThat(item.rankScore()).isEqualTo(1 - item.retrievalRank());
      assertThat(item.reason()).isNotBlank();
    }
    assertThat(answer.slate().items().get(0).retrievalRank()).isEqualTo(1);
  }

  @Test
  void aReasonNamesTheWatchedVideoThatIsMostLike() {
    boolean named = false;
    for (Slate.Item item : ask("u1", 10).slate().items()) {
      named |= item.reason().matches("like \"Film \\d+\", which you watched");
    }
    assertThat(named).isTrue();
  }

  @Test
  void thePageIsAsLongAsWantedOrAsThereAreCandidates() {
    assertThat(ask("u2", 1).slate().items()).hasSize(1);
    Answer all = ask("u2", 1000);
    int candidates = all.trace().stages().get(0).kept();
    assertThat(candidates).isLessThanOrEqualTo(12 + 8 + 4);
    assertThat(all.slate().items()).hasSize(candidates);
  }

  @Test
  void theTraceCountsWhatEachStageKeptAndTurnedAway() {
    Trace trace = ask("u0", 5).trace();
    assertThat(trace.stages())
        .extracting(Trace.Stage::name)
        .containsExactly("retrieve", "rank", "rerank", "explain");
    Trace.Stage retrieve = trace.stages().get(0);
    assertThat(retrieve.kept()).isBetween(12, 24);
    assertThat(retrieve.removed().get("already seen")).isPositive();
    assertThat(trace.stages().get(1).kept()).isEqualTo(retrieve.kept());
    assertThat(trace.stages().get(2).kept()).isEqualTo(5);
    assertThat(trace.stages().get(2).removed()).containsKey("too much alike");
    assertThat(trace.micros()).isPositive();
    assertThat(trace.stages()).allMatch(stage -> stage.micros() >= 0);
  }

  @Test
  void aUserWithoutAHistoryGetsAPageToo() {
    assertThat(ask("u" + CircleWorld.NEWCOMER, 10).slate().items()).hasSize(10);
  }

  @Test
  void whereThereIsNoHistoryPopularityHasAWordBesideTheRanker() {
    Answer answer = ask("u" + CircleWorld.NEWCOMER, 10);
    assertThat(answer.trace().stages().get(1).name()).isEqualTo("rank and popularity");
    int best =
        new PopularSource(PopularityWindow.EVER)
            .retrieve(WORLD.request(CircleWorld.NEWCOMER), 1)
            .videos()[0];
    // 1 / (10 + 0) for the first place of popularity; the ranker's place adds to it.
    assertThat(answer.slate().items())
        .anySatisfy(
            item -> {
              assertThat(item.videoId()).isEqualTo("v" + best);
              assertThat(item.rankScore()).isGreaterThan(0.1f);
            });
  }

  @Test
  void whatAUserWithoutAHistoryChoseAtSignUpStandsForOne() {
    Answer answer = funnel.recommend(choosing("u" + CircleWorld.NEWCOMER));
    assertThat(answer.slate().items()).hasSize(10);
    // The tower puts the user at the place of video 30, which itself is no news.
    assertThat(answer.slate().items().get(0).videoId()).isIn("v29", "v31");
    assertThat(answer.slate().items().get(0).reason())
        .isEqualTo("like \"Film 30\", which you chose");
    assertThat(answer.slate().items()).noneMatch(item -> item.videoId().equals("v30"));
  }

  @Test
  void choicesAreForgottenOnceThereIsAHistory() {
    assertThat(funnel.recommend(choosing("u1")).slate()).isEqualTo(ask("u1", 10).slate());
  }

  private static Request choosing(String userId) {
    return new Request(userId, Context.at(CircleWorld.NOW), 10).choosing(List.of("v30"));
  }

  @Test
  void thePropensityOfADrawGoesToTheSlateAndTheTrace() {
    Request request = new Request("u" + CircleWorld.NEWCOMER, Context.at(CircleWorld.NOW), 10);
    Answer answer = exploring(2).recommend(request);
    // Videos 55, 56 and 57 are fresh, two of them are drawn.
    assertThat(answer.slate().items())
        .extracting(Slate.Item::candidatePropensity)
        .containsOnly(2 / 3.0);
    assertThat(answer.trace().sources().get(0).candidatePropensity()).isEqualTo(2 / 3.0);
    assertThat(ask("u0", 5).slate().items())
        .extracting(Slate.Item::candidatePropensity)
        .containsOnly(1.0);
    assertThat(ask("u0", 5).trace().sources())
        .extracting(RetrievalStage.SourceStep::name)
        .containsExactly("two-tower", "popular", "fresh");
  }

  /** Videos 55, 56 and 57 are fresh: without 56 one of two is drawn, not one of three. */
  @Test
  void aRuleOfTheCallerRemovesBeforeTheDrawAndIsCounted() {
    Request request = new Request("u" + CircleWorld.NEWCOMER, Context.at(CircleWorld.NOW), 10);
    Filter rule = new Filter("shown lately", video -> video == 56);
    Answer answer = exploring(1).recommend(request, List.of(rule));
    assertThat(answer.slate().items())
        .extracting(Slate.Item::candidatePropensity)
        .containsExactly(0.5);
    assertThat(answer.slate().items()).extracting(Slate.Item::videoId).doesNotContain("v56");
    assertThat(answer.trace().stages().get(0).removed()).containsEntry("shown lately", 1);
  }

  private Funnel exploring(int quota) {
    Source explore = new Source(new ExplorationSource(catalog, 3 * CircleWorld.DAY, 1), quota);
    Stages whole = stages();
    Stages exploring =
        new Stages(
            whole.version(),
            catalog,
            new RetrievalStage(List.of(explore)),
            whole.ranking(),
            whole.reranking(),
            whole.fallback(),
            whole.similarity());
    return new Funnel(exploring, WORLD.state());
  }

  @Test
  void whoHasSeenEverythingGetsAnEmptyPageAndTheTraceSaysWhy() {
    Answer answer = ask("u" + CircleWorld.SATED, 10);
    assertThat(answer.slate().items()).isEmpty();
    assertThat(answer.trace().stages().get(0).removed().get("already seen"))
        .isGreaterThanOrEqualTo(CircleWorld.VIDEOS - 2);
  }

  @Test
  void anUnknownUserGetsWhatIsPopularAndTheTraceSaysSo() {
    Answer answer = ask("who is this", 10);
    assertThat(answer.slate().items()).hasSize(10);
    assertThat(answer.slate().items())
        .allSatisfy(
            item -> {
              assertThat(item.sources()).containsExactly("popular");
              assertThat(item.reason()).isEqualTo("popular now");
            });
    Trace.Stage fallback = answer.trace().stages().get(0);
    assertThat(fallback.name()).isEqualTo("fallback: unknown user, popular videos");
    assertThat(fallback.kept()).isEqualTo(CircleWorld.VIDEOS - 2);
    assertThat(fallback.removed())
        .isEqualTo(Map.of("not yet uploaded", 2, "already seen", 0, "not interested", 0));
    assertThat(answer.trace().stages().get(1).kept()).isEqualTo(10);
  }

  @Test
  void theSnapshotKeepsNoMemoryOfItsRequests() {
    Slate before = ask("u4", 10).slate();
    ask("u5", 10);
    ask("nobody", 10);
    assertThat(ask("u4", 10).slate()).isEqualTo(before);
  }
}
