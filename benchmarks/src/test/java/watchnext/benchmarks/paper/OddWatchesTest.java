package watchnext.benchmarks.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import watchnext.benchmarks.paper.ease.Ease;
import watchnext.benchmarks.paper.ease.EaseConfig;
import watchnext.benchmarks.paper.ease.EaseTrainer;
import watchnext.benchmarks.paper.graph.GraphFilter;
import watchnext.benchmarks.paper.graph.GraphFilterConfig;
import watchnext.benchmarks.paper.graph.GraphFilterTrainer;
import watchnext.dataset.Interactions;

/** Logs from which little can be learnt; each trainer makes a model of finite scores from them. */
class OddWatchesTest {

  static Stream<Arguments> logs() {
    return Stream.of(
        Arguments.of("one user, one video", all(1, 1)),
        Arguments.of("one user", all(1, 300)),
        Arguments.of("one video", all(300, 1)),
        Arguments.of("users with equal histories", all(40, 30)),
        Arguments.of("nothing watched", Interactions.of(5, 7, new int[0], new int[0])),
        Arguments.of("one watch among many", Interactions.of(50, 70, new int[] {9}, new int[] {8})),
        Arguments.of("a video watched by all", popular()),
        Arguments.of("blocks that do not touch", blocks()));
  }

  private static Interactions all(int users, int videos) {
    return Interactions.of(
        users,
        videos,
        IntStream.range(0, users * videos).map(i -> i / videos).toArray(),
        IntStream.range(0, users * videos).map(i -> i % videos).toArray());
  }

  /** Everybody watched video 0, half of them another as well. */
  private static Interactions popular() {
    return Interactions.of(
        60,
        31,
        IntStream.range(0, 90).map(i -> i % 60).toArray(),
        IntStream.range(0, 90).map(i -> i < 60 ? 0 : i - 59).toArray());
  }

  /** Ten blocks of four users with the same three videos. */
  private static Interactions blocks() {
    return Interactions.of(
        40,
        30,
        IntStream.range(0, 120).map(i -> i / 3).toArray(),
        IntStream.range(0, 120).map(i -> i / 12 * 3 + i % 3).toArray());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void weightsOfTheRegressionAreFinite(String name, Interactions watches) {
    for (double regularization : new double[] {1e-30, 1e-6, 300, 1e12}) {
      Ease model = EaseTrainer.train(watches, new EaseConfig(regularization, 2));
      float[] scores = new float[watches.columns()];
      model.score(watches.row(0), watches.count(0), scores);
      requireFinite(scores);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void filtersOfTheGraphAreFinite(String name, Interactions watches) {
    for (GraphFilterConfig config :
        List.of(GraphFilterConfig.linear(2), GraphFilterConfig.sharpened(2))) {
      GraphFilter model =
          GraphFilterTrainer.train(watches, config, line -> {}, new SplittableRandom(1));
      float[] scores = new float[watches.columns()];
      model.score(new int[][] {watches.row(0)}, scores);
      requireFinite(scores);
    }
  }

  private static void requireFinite(float[] scores) {
    for (float score : scores) {
      assertThat(score).isFinite();
    }
  }
}
