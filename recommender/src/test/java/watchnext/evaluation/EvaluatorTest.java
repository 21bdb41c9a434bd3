package watchnext.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Context;
import watchnext.catalog.Video;
import watchnext.dataset.Interactions;
import watchnext.feature.FeatureState;
import watchnext.task.RankedList;

class EvaluatorTest {

  private static final LongFunction<FeatureState> NOTHING = NothingKnown.of(2, 7);

  /** Three requests of two users over six videos; the second user is new. */
  private final EvaluationSet set =
      new EvaluationSet(
          "by hand",
          List.of(
              request(0, 10, false, 1, 2), request(1, 20, true, 3, 5), request(0, 30, false, 4)),
          facts());

  /** Video 0 was watched by two, 1 and 2 by one, 3 to 5 by nobody; the last came too late. */
  private static VideoFacts facts() {
    List<Video> videos = new ArrayList<>();
    for (int v = 0; v < 6; v++) {
      videos.add(PageMetricsTest.video("v" + v, "tag" + v % 2));
    }
    videos.add(new Video("later", "", "", List.of(), "", 0, 1_000));
    return VideoFacts.of(
        videos, Interactions.of(2, 7, new int[] {0, 1, 0, 0}, new int[] {0, 0, 1, 2}), 100);
  }

  private final EvaluationSettings settings =
      new EvaluationSettings(
          List.of(ListMetric.RECALL.at(2), ListMetric.RECALL.at(4), ListMetric.NDCG.at(2)),
          List.of(ListMetric.RECALL.at(2)),
          2,
          100,
          1,
          0);

  @Test
  void metricsAreMeansOverRequests() {
    EvaluationRow row = evaluate(new Contender("fixed", list(1, 3, 2, 0), 4)).row("fixed");
    // Of {1, 2} the first two places hold 1, of {3, 5} they hold 3, of {4} nothing:
    // (1/2 + 1/2 + 0) / 3 = 1/3. With four places (2/2 + 1/2 + 0) / 3 = 1/2.
    assertThat(row.metric("recall@2").value()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(row.metric("recall@4").value()).isCloseTo(1 / 2.0, within(1e-12));
    assertThat(row.perRequest("recall@2")).containsExactly(0.5, 0.5, 0);
    // 1/IDCG(2), 0.63093/IDCG(2) and 0, with IDCG(2) = 1.63093: 1/3 in all.
    assertThat(row.metric("ndcg@2").value()).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void slicesJudgeSomeRequestsOrSomeAnswers() {
    EvaluationRow row = evaluate(new Contender("fixed", list(1, 3, 2, 0), 4)).row("fixed");
    assertThat(row.metric("recall@2/warm-users").value()).isEqualTo(1 / 4.0);
    assertThat(row.metric("recall@2/new-users").value()).isEqualTo(1 / 2.0);
    // Four good watches before the cut: 0 has two of them and is the head; nobody wants it.
    assertThat(row.metrics()).doesNotContainKey("recall@2/head-videos");
    // Only 1 and 2 are of the tail: one request, one of two found.
    assertThat(row.metric("recall@2/tail-videos").value()).isEqualTo(1 / 2.0);
    // New are {3, 5} and {4}: (1/2 + 0) / 2.
    assertThat(row.metric("recall@2/new-videos").value()).isEqualTo(1 / 4.0);
    assertThat(row.perRequest("recall@2/new-users")).containsExactly(Double.NaN, 0.5, Double.NaN);
  }

  @Test
  void aPageOfTwoIsMeasuredForSpreadNoveltyAndDiversity() {
    EvaluationRow row = evaluate(new Contender("fixed", list(1, 3, 2, 0), 4)).row("fixed");
    // Two of the six videos available before the end are ever among the first two places.
    assertThat(row.metric("coverage")).isEqualTo(Estimate.of(2 / 6.0));
    // Exposures 0, 0, 0, 0, 3, 3: (3 · 3 + 5 · 3) / (6 · 6) = 2/3.
    assertThat(row.metric("gini").value()).isCloseTo(2 / 3.0, within(1e-12));
    // Two users: log2(3/2) and log2(3/1).
    assertThat(row.metric("novelty").value())
        .isCloseTo((Math.log(1.5) + Math.log(3)) / 2 / Math.log(2), within(1e-12));
    // 1 and 3 have the same tag.
    assertThat(row.metric("diversity").value()).isZero();
    assertThatThrownBy(() -> row.perRequest("coverage"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aShallowContenderIsAskedForItsDepthAndHasNoDeeperMetrics() {
    List<Integer> depths = new ArrayList<>();
    Recommender page =
        (asked, k) -> {
          depths.add(k);
          return list(1, 3, 2, 0).recommend(asked, k);
        };
    EvaluationRow row = evaluate(new Contender("page", page, 2)).row("page");
    assertThat(depths).containsExactly(2, 2, 2);
    assertThat(row.metrics()).containsKey("recall@2").doesNotContainKey("recall@4");
  }

  @Test
  void timeIsAnnouncedBeforeEveryRequest() {
    List<String> happened = new ArrayList<>();
    Recommender watched =
        (asked, k) -> {
          happened.add("user " + asked.user() + " at " + asked.epochSecond());
          return RankedList.EMPTY;
        };
    new Evaluator(set, settings)
        .evaluate(
            List.of(new Contender("a", watched, 4), new Contender("b", watched, 4)),
            time -> {
              happened.add("advance to " + time);
              return NOTHING.apply(time);
            });
    assertThat(happened)
        .containsExactly(
            "advance to 10",
            "user 0 at 10",
            "user 0 at 10",
            "advance to 20",
            "user 1 at 20",
            "user 1 at 20",
            "advance to 30",
            "user 0 at 30",
            "user 0 at 30");
  }

  @Test
  void anEmptyAnswerScoresNothing() {
    Contender silent = new Contender("silent", (asked, k) -> RankedList.EMPTY, 4);
    EvaluationRow row = evaluate(silent).row("silent");
    assertThat(row.metric("recall@4").value()).isZero();
    assertThat(row.metric("coverage").value()).isZero();
    assertThat(row.metrics()).doesNotContainKeys("novelty", "diversity");
  }

  @Test
  void latencyIsThatOfTheCallsAlone() {
    // The clock moves 1, 2, 6 milliseconds during the calls and a second between them.
    long[] ticks = {0, 1_000_000, 1_000_000_000, 1_002_000_000, 2_000_000_000, 2_006_000_000};
    int[] next = {0};
    EvaluationRow row =
        new Evaluator(set, settings, () -> ticks[next[0]++])
            .evaluate(List.of(new Contender("fixed", list(1), 4)), NOTHING)
            .row("fixed");
    assertThat(row.millisPerRequest()).isEqualTo(3);
  }

  @Test
  void rowsAreComparedRequestByRequest() {
    EvaluationReport report =
        evaluate(new Contender("better", list(1, 3), 2), new Contender("worse", list(0, 3), 2));
    // 1/3 against (0 + 1/2 + 0) / 3.
    Comparison comparison = report.compare("better", "worse", "recall@2");
    assertThat(comparison.difference().value()).isCloseTo(1 / 6.0, within(1e-12));
    assertThat(comparison.relative()).isCloseTo(1, within(1e-12));
    // The users disagree (one is better off, one is not), so the interval reaches 0.
    assertThat(comparison.isAbove()).isFalse();
    assertThat(comparison.isBelow()).isFalse();
    assertThatThrownBy(() -> report.compare("better", "best", "recall@2"))
        .hasMessage("the report must have the row best, has [better, worse]");
  }

  @Test
  void listsThatBreakTheRulesAreRefused() {
    assertThatThrownBy(() -> evaluate(new Contender("twice", list(0, 0), 2)))
        .hasMessage("twice must list each video once, listed 0 again");
    assertThatThrownBy(() -> evaluate(new Contender("beyond", list(0, 7), 2)))
        .hasMessage("beyond must list ordinals in [0, 7), listed 7");
    assertThatThrownBy(
            () -> evaluate(new Contender("same", list(0), 2), new Contender("same", list(1), 2)))
        .hasMessage("contenders must have different names, had same twice");
  }

  @Test
  void requestsOutOfOrderAreRefused() {
    List<EvaluationRequest> backwards = List.of(request(0, 20, false, 1), request(0, 10, false, 1));
    assertThatThrownBy(() -> new EvaluationSet("backwards", backwards, facts()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("requests must be in order of time, were not at 1");
  }

  private EvaluationReport evaluate(Contender... contenders) {
    return new Evaluator(set, settings).evaluate(List.of(contenders), NOTHING);
  }

  /** Answers the given videos to everybody, though fewer were asked for. */
  private static Recommender list(int... videos) {
    float[] scores = new float[videos.length];
    IntStream.range(0, videos.length).forEach(i -> scores[i] = -i);
    return (asked, k) -> new RankedList(videos, scores);
  }

  private static EvaluationRequest request(int user, long time, boolean newUser, int... relevant) {
    return new EvaluationRequest(user, Context.at(time), relevant, newUser);
  }
}
