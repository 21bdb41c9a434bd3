package watchnext.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Context;
import watchnext.catalog.Video;
import watchnext.dataset.Interactions;
import watchnext.feature.FeatureState;
import watchnext.measure.Ndcg;
import watchnext.task.Asked;
import watchnext.task.RankedList;

/**
 * The evaluator is proven before any model is: scorers whose value can be worked out hit it. 3,000
 * requests of 1,500 users over 1,000 videos, five relevant each.
 */
class EvaluatorProofTest {

  private static final int VIDEOS = 1_000;
  private static final int RELEVANT = 5;
  private static final int REQUESTS = 3_000;
  private static final LongFunction<FeatureState> NOTHING = NothingKnown.of(REQUESTS, VIDEOS);
  private static final int[] ALL = IntStream.range(0, VIDEOS).toArray();

  /** recall is Hypergeometric / 5: at k = 100 its variance is 0.1 · 0.9 / 5, over 3,000: */
  private static final double FOUR_ERRORS_OF_RECALL_100 = 4 * Math.sqrt(0.1 * 0.9 / 5 / REQUESTS);

  private static final EvaluationSettings SETTINGS =
      new EvaluationSettings(
          List.of(ListMetric.RECALL.at(10), ListMetric.RECALL.at(100), ListMetric.NDCG.at(10)),
          List.of(),
          10,
          200,
          1,
          100);

  private static EvaluationSet set;
  private static EvaluationReport report;

  @BeforeAll
  static void evaluate() {
    set = drawn(17);
    report =
        new Evaluator(set, SETTINGS)
            .evaluate(
                List.of(
                    new Contender("random", new RandomRecommender(3), 100),
                    new Contender("constant", new ConstantRecommender(), 100),
                    new Contender("oracle", new OracleRecommender(set), 100),
                    new Contender("popularity", EvaluatorProofTest::mostPopular, 100)),
                NOTHING);
  }

  @Test
  void theRandomRecommenderFindsKOfN() {
    assertThat(report.row("random").metric("recall@100").value())
        .isCloseTo(100.0 / VIDEOS, within(FOUR_ERRORS_OF_RECALL_100));
  }

  @Test
  void theRandomRecommendersNdcgIsTheSumOfDiscountsTimesTheShareOfRelevantVideos() {
    // Every place holds a relevant video with probability 5/1000: 0.005 · Σ_{r ≤ 10} 1/log2(r + 1)
    // / Σ_{r ≤ 5} 1/log2(r + 1) = 0.005 · 4.54356 / 2.94846 = 0.0077.
    assertThat(Ndcg.ideal(10, 10)).isCloseTo(4.54356, within(1e-5));
    assertThat(Ndcg.ideal(5, 10)).isCloseTo(2.94846, within(1e-5));
    double[] values = report.row("random").perRequest("ndcg@10");
    assertThat(report.row("random").metric("ndcg@10").value())
        .isCloseTo(0.005 * 4.54356 / 2.94846, within(4 * standardError(values)));
  }

  @Test
  void theConstantRecommenderIsTheRandomOneThoughItListsTheCatalogueInOrder() {
    assertThat(report.row("constant").metric("recall@100").value())
        .isCloseTo(100.0 / VIDEOS, within(FOUR_ERRORS_OF_RECALL_100));
    Comparison comparison = report.compare("constant", "random", "recall@100");
    assertThat(comparison.isAbove()).isFalse();
    assertThat(comparison.isBelow()).isFalse();
  }

  @Test
  void theOracleIsPerfectForEveryRequest() {
    EvaluationRow oracle = report.row("oracle");
    for (String metric : List.of("recall@10", "recall@100", "ndcg@10")) {
      assertThat(oracle.metric(metric).value()).as(metric).isCloseTo(1, within(1e-12));
      assertThat(Arrays.stream(oracle.perRequest(metric)).min().orElseThrow())
          .as(metric)
          .isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void popularityFindsTheWatchesOfThePopular() {
    // Relevant videos are drawn more often from the front of the catalogue, see drawn().
    int[] counts = new int[VIDEOS];
    for (EvaluationRequest request : set.requests()) {
      for (int video : request.relevant()) {
        counts[video]++;
      }
    }
    double inTop = Arrays.stream(counts, 0, 10).sum();
    assertThat(report.row("popularity").metric("recall@10").value())
        .isCloseTo(inTop / (REQUESTS * RELEVANT), within(1e-12));
    assertThat(report.compare("popularity", "random", "recall@10").isAbove()).isTrue();
    // Everybody gets the same page.
    assertThat(report.row("popularity").metric("coverage").value()).isEqualTo(10.0 / VIDEOS);
    assertThat(report.row("popularity").metric("gini").value())
        .isCloseTo(1 - 10.0 / VIDEOS, within(1e-12));
  }

  @Test
  void theRandomRecommenderSpreadsItsPagesOverTheWholeCatalogue() {
    // 30,000 places over 1,000 videos: a video is missed with probability e^-30.
    assertThat(report.row("random").metric("coverage").value()).isEqualTo(1);
    assertThat(report.row("random").metric("gini").value()).isLessThan(0.15);
  }

  @Test
  void shuffledAnswerKeysTurnTheOracleIntoARandomRecommender() {
    // The keys go to other requests, so the oracle's five videos are five that somebody else liked.
    List<EvaluationRequest> shuffled = new ArrayList<>();
    int[] order = permutation(REQUESTS, new SplittableRandom(8));
    for (int r = 0; r < REQUESTS; r++) {
      EvaluationRequest request = set.requests().get(r);
      int[] others = set.requests().get(order[r]).relevant();
      shuffled.add(
          new EvaluationRequest(request.user(), request.context(), others, request.newUser()));
    }
    EvaluationReport fallen =
        new Evaluator(new EvaluationSet("shuffled", shuffled, set.facts()), SETTINGS)
            .evaluate(List.of(new Contender("oracle", new OracleRecommender(set), 100)), NOTHING);
    // Knowing only what is popular: the chance that two drawn videos are the same one.
    double[] values = fallen.row("oracle").perRequest("recall@10");
    assertThat(fallen.row("oracle").metric("recall@10").value())
        .isCloseTo(chanceOfAgreement(), within(4 * standardError(values)));
  }

  @Test
  void theSameSeedGivesTheSameNumbers() {
    Contender constant = new Contender("constant", new ConstantRecommender(), 100);
    EvaluationReport again = new Evaluator(set, SETTINGS).evaluate(List.of(constant), NOTHING);
    assertThat(again.row("constant").metrics()).isEqualTo(report.row("constant").metrics());
  }

  /** Expected share of five videos in another key: Σ_v (share of keys with v)² / 5. */
  private static double chanceOfAgreement() {
    double[] counts = new double[VIDEOS];
    set.requests().forEach(r -> Arrays.stream(r.relevant()).forEach(v -> counts[v]++));
    return Arrays.stream(counts).map(c -> c / REQUESTS * c / REQUESTS).sum() / RELEVANT;
  }

  /** Five different videos a request; a fifth of the draws are from the first fifty videos. */
  private static EvaluationSet drawn(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<EvaluationRequest> requests = new ArrayList<>();
    for (int r = 0; r < REQUESTS; r++) {
      int[] relevant =
          random
              .ints()
              .map(any -> random.nextInt(random.nextInt(5) == 0 ? 50 : VIDEOS))
              .distinct()
              .limit(RELEVANT)
              .toArray();
      requests.add(new EvaluationRequest(r % (REQUESTS / 2), Context.at(r), relevant, false));
    }
    List<Video> videos =
        IntStream.range(0, VIDEOS).mapToObj(v -> PageMetricsTest.video("v" + v)).toList();
    Interactions nothing = Interactions.of(REQUESTS, VIDEOS, new int[0], new int[0]);
    return new EvaluationSet("drawn", requests, VideoFacts.of(videos, nothing, REQUESTS));
  }

  private static RankedList mostPopular(Asked asked, int k) {
    float[] scores = new float[k];
    IntStream.range(0, k).forEach(i -> scores[i] = k - i);
    return new RankedList(Arrays.copyOf(ALL, k), scores);
  }

  private static int[] permutation(int n, SplittableRandom random) {
    int[] order = IntStream.range(0, n).toArray();
    for (int i = n - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int swap = order[i];
      order[i] = order[other];
      order[other] = swap;
    }
    return order;
  }

  private static double standardError(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1) / values.length);
  }
}
