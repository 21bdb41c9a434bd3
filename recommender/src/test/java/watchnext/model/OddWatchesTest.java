package watchnext.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import watchnext.dataset.Interactions;
import watchnext.model.mf.AlsConfig;
import watchnext.model.mf.AlsModel;
import watchnext.model.mf.AlsPenalty;
import watchnext.model.mf.AlsTrainer;
import watchnext.model.neighbours.ItemNeighbours;
import watchnext.model.neighbours.NeighboursConfig;
import watchnext.model.neighbours.NeighboursTrainer;
import watchnext.settings.Settings;

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
  void factorsAreFinite(String name, Interactions watches) {
    AlsConfig config = AlsConfig.defaults();
    List<AlsConfig> configs =
        List.of(
            config,
            Settings.with(config, "dimension=1"),
            Settings.with(config, "dimension=512", "epochs=2"),
            Settings.with(config, "unobservedWeight=1e-6", "penalty.regularization=1e-9"),
            new AlsConfig(64, 8, 1e-30, new AlsPenalty(1e-30, 0, 0), 0.1, 2),
            Settings.with(config, "unobservedWeight=1e6", "penalty.regularization=1e6"));
    for (AlsConfig each : configs) {
      AlsModel model = AlsTrainer.train(watches, each, line -> {}, new SplittableRandom(1));
      float[] scores = new float[watches.columns() + 3];
      float[] factor = new float[each.dimension()];
      model.foldIn(watches.row(0), watches.count(0), factor);
      model.scores(factor, 0, watches.columns(), scores);
      requireFinite(scores);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void neighboursAreFinite(String name, Interactions watches) {
    ItemNeighbours model = NeighboursTrainer.train(watches, NeighboursConfig.defaults());
    float[] scores = new float[watches.columns()];
    model.score(watches.row(0), watches.count(0), scores);
    requireFinite(scores);
  }

  private static void requireFinite(float[] scores) {
    for (float score : scores) {
      assertThat(score).isFinite();
    }
  }
}
