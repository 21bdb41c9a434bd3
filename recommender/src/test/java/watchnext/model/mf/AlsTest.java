package watchnext.model.mf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchnext.dataset.Interactions;
import watchnext.math.Matrix;
import watchnext.settings.Settings;
import watchnext.tensor.Tensors;

class AlsTest {

  private static final AlsConfig CONFIG =
      new AlsConfig(8, 5, 0.1, new AlsPenalty(0.02, 0.8, 0.5), 0.1, 1);

  /**
   * Users with fewer watches than dimensions, as many, and more: both ways of solving are taken.
   */
  private static Interactions watches() {
    SplittableRandom random = new SplittableRandom(3);
    int[] users = new int[900];
    int[] videos = new int[900];
    for (int i = 0; i < users.length; i++) {
      users[i] = (int) (60 * Math.pow(random.nextDouble(), 2));
      videos[i] = (int) (80 * Math.pow(random.nextDouble(), 2));
    }
    return Interactions.of(61, 81, users, videos);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 8, 40})
  void theNormalEquationsHaveNoResidual(int dimension) {
    Interactions watches = watches();
    AlsConfig config = Settings.with(CONFIG, "dimension=" + dimension);
    AlsModel model = train(watches, config);
    for (int u = 0; u < watches.rows(); u++) {
      RealVector factor = vector(model.users(), u);
      RealVector residual =
          left(watches, u, model.videos(), config)
              .operate(factor)
              .subtract(right(watches, u, model.videos()));
      assertThat(residual.getNorm()).as("user %d", u).isLessThan(2e-5 * (1 + watches.count(u)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 40})
  void theSlowSolverAgrees(int dimension) {
    Interactions watches = watches();
    AlsConfig config = Settings.with(CONFIG, "dimension=" + dimension);
    AlsModel model = train(watches, config);
    assertThat(IntStream.range(0, 61).anyMatch(u -> watches.count(u) > 40)).isTrue();
    for (int u = 0; u < watches.rows(); u++) {
      RealVector slow =
          new CholeskyDecomposition(left(watches, u, model.videos(), config))
              .getSolver()
              .solve(right(watches, u, model.videos()));
      assertThat(slow.subtract(vector(model.users(), u)).getNorm()).isLessThan(1e-4);
    }
  }

  @Test
  void theLossNeverRises() {
    AlsTraining training = new AlsTraining(watches(), CONFIG, new SplittableRandom(1));
    training.solveUsers();
    double last = training.loss();
    double first = last;
    for (int epoch = 0; epoch < 12; epoch++) {
      training.solveVideos();
      double afterVideos = training.loss();
      assertThat(afterVideos).isLessThanOrEqualTo(last * (1 + 1e-6));
      training.solveUsers();
      last = training.loss();
      assertThat(last).isLessThanOrEqualTo(afterVideos * (1 + 1e-6));
    }
    assertThat(last).isLessThan(0.9 * first);
  }

  @Test
  void theLossIsTheSumOverAllPairs() {
    Interactions watches = watches();
    AlsTraining training = new AlsTraining(watches, CONFIG, new SplittableRandom(1));
    training.solveUsers();
    training.solveVideos();
    double loss = training.loss();
    training.solveUsers();
    AlsModel model = training.model();
    double expected = 0;
    for (int u = 0; u < watches.rows(); u++) {
      for (int v = 0; v < watches.columns(); v++) {
        double score = model.score(u, v);
        expected += watches.contains(u, v) ? (score - 1) * (score - 1) : 0;
        expected += CONFIG.unobservedWeight() * score * score;
      }
    }
    expected += penalties(watches, model.users()) + penalties(watches.transposed(), model.videos());
    assertThat(training.loss()).isCloseTo(expected, within(1e-3 * expected));
    assertThat(expected).isLessThanOrEqualTo(loss * (1 + 1e-6));
  }

  @Test
  void aCheckerboardIsCompletedWhereItsDiagonalWasWithheld() {
    // Even users watch even videos, odd users odd ones; nobody's own number is in the training set.
    int size = 50;
    List<int[]> pairs = new ArrayList<>();
    for (int u = 0; u < size; u++) {
      for (int v = u % 2; v < size; v += 2) {
        if (u != v) {
          pairs.add(new int[] {u, v});
        }
      }
    }
    Interactions watches =
        Interactions.of(
            size,
            size,
            pairs.stream().mapToInt(p -> p[0]).toArray(),
            pairs.stream().mapToInt(p -> p[1]).toArray());
    AlsModel model =
        train(watches, new AlsConfig(4, 10, 0.1, AlsPenalty.shareOfLoss(0.01), 0.1, 2));
    for (int u = 0; u < size; u++) {
      assertThat(model.score(u, u)).isGreaterThan(0.8f);
      for (int v = (u + 1) % 2; v < size; v += 2) {
        assertThat(model.score(u, v)).isLessThan(0.1f);
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameBytesOnOneThreadAndOnTwo() {
    AlsModel one = train(watches(), Settings.with(CONFIG, "threads=1"));
    AlsModel two = train(watches(), Settings.with(CONFIG, "threads=2"));
    assertThat(two.users().data()).isEqualTo(one.users().data());
    assertThat(two.videos().data()).isEqualTo(one.videos().data());
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 40})
  void foldingInATrainingUserGivesTheUsersFactor(int dimension) {
    Interactions watches = watches();
    AlsModel model = train(watches, Settings.with(CONFIG, "dimension=" + dimension));
    float[] factor = new float[dimension];
    for (int u = 0; u < watches.rows(); u++) {
      int[] history = history(watches, u);
      assertThat(model.foldIn(history, history.length, factor)).isEqualTo(history.length);
      assertThat(factor).containsExactly(model.users().row(u), within(1e-5f));
    }
  }

  @Test
  void orderRepetitionAndUnknownVideosDoNotChangeAFoldIn() {
    AlsModel model = train(watches(), CONFIG);
    float[] expected = new float[8];
    float[] factor = new float[8];
    model.foldIn(new int[] {2, 5, 9}, 3, expected);
    assertThat(model.foldIn(new int[] {9, 2, 5, 9, 1_000, 7}, 5, factor)).isEqualTo(3);
    assertThat(factor).isEqualTo(expected);
    assertThat(model.foldIn(new int[] {1_000}, 1, factor)).isZero();
    assertThat(factor).containsOnly(0);
  }

  @Test
  void whoeverHasNoWatchesHasAFactorOfZeros() {
    AlsModel model = train(watches(), CONFIG);
    assertThat(model.users().row(60)).containsOnly(0);
    assertThat(model.videos().row(80)).containsOnly(0);
  }

  @Test
  void anEmptyMatrixTrainsToZeros() {
    Interactions none = Interactions.of(3, 4, new int[0], new int[0]);
    assertThat(train(none, CONFIG).videos().data()).containsOnly(0);
  }

  @Test
  void scoringAllVideosAgreesWithScoringOne() {
    AlsModel model = train(watches(), CONFIG);
    float[] all = new float[84];
    float[] factor = model.users().row(4);
    model.scores(factor, 0, 81, all);
    for (int v = 0; v < 81; v++) {
      assertThat(all[v]).isCloseTo(model.score(4, v), within(1e-6f));
      assertThat(all[v]).isCloseTo(model.score(factor, v), within(1e-6f));
    }
  }

  @Test
  void theStoredModelIsTheSame() {
    AlsModel model = train(watches(), CONFIG);
    AlsModel again = AlsModel.of(model.toTensors());
    assertThat(again.config()).isEqualTo(model.config());
    assertThat(again.users().data()).isEqualTo(model.users().data());
    float[] expected = new float[8];
    float[] factor = new float[8];
    model.foldIn(new int[] {1, 2}, 2, expected);
    again.foldIn(new int[] {1, 2}, 2, factor);
    assertThat(factor).isEqualTo(expected);
  }

  @Test
  void aStoredModelOfOtherShapesOrValuesIsRefused() {
    Tensors stored = train(watches(), CONFIG).toTensors();
    float[] users = stored.matrix("users").data().clone();
    users[3] = Float.NaN;
    Tensors.Builder broken = Tensors.builder();
    stored.settings().forEach(broken::set);
    broken.put("users", users, 61, 8).put("videos", stored.matrix("videos"));
    Tensors withNaN = broken.put("spectrum", stored.floats("spectrum", 8), 8).build();
    assertThatThrownBy(() -> AlsModel.of(withNaN)).hasMessage("users must be finite, held NaN");
    Tensors other = Tensors.builder().set("dimension", "0").build();
    assertThatThrownBy(() -> AlsModel.of(other)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thePenaltyGrowsWithTheShareOfTheLossOrWithTheWatchesAlone() {
    // n = 9 of N = 100 rows, each unobserved pair weighing 0.16: n + α₀ N = 25.
    assertThat(new AlsPenalty(0.1, 1, 1).of(9, 16)).isCloseTo(2.5, within(1e-12));
    assertThat(new AlsPenalty(0.1, 0.5, 1).of(9, 16)).isCloseTo(0.5, within(1e-12));
    assertThat(new AlsPenalty(0.1, 0.5, 0).of(9, 16)).isCloseTo(0.3, within(1e-12));
    assertThat(new AlsPenalty(0.1, 0, 0.7).of(9, 16)).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void badSettingsAreRefused() {
    assertThatThrownBy(() -> new AlsPenalty(0.1, 1.5, 1))
        .hasMessage("frequencyExponent must be in [0, 1], was 1.5");
    assertThatThrownBy(() -> new AlsPenalty(0.1, 1, -0.5))
        .hasMessage("unobservedShare must be in [0, 1], was -0.5");
    assertThatThrownBy(() -> Settings.with(CONFIG, "penalty.regularization=.nan"))
        .hasMessage("penalty.regularization must be greater than 0, was NaN");
    assertThatThrownBy(() -> Settings.with(CONFIG, "epochs=0"))
        .hasMessage("epochs must be at least 1, was 0");
    assertThatThrownBy(() -> Settings.with(CONFIG, "unobservedWeight=0"))
        .hasMessage("unobservedWeight must be greater than 0, was 0.0");
  }

  private static AlsModel train(Interactions watches, AlsConfig config) {
    return AlsTrainer.train(watches, config, line -> {}, new SplittableRandom(17));
  }

  private static int[] history(Interactions watches, int user) {
    return IntStream.range(watches.start(user), watches.end(user)).map(watches::column).toArray();
  }

  /** α₀ VᵀV + Σ v vᵀ + λᵤ I, term by term. */
  private static RealMatrix left(Interactions watches, int u, Matrix videos, AlsConfig config) {
    int d = videos.columns();
    RealMatrix left = new Array2DRowRealMatrix(d, d);
    for (int v = 0; v < videos.rows(); v++) {
      RealVector row = vector(videos, v);
      double weight = config.unobservedWeight() + (watches.contains(u, v) ? 1 : 0);
      left = left.add(row.outerProduct(row).scalarMultiply(weight));
    }
    // λ (n + β α₀ N)^ν with λ = 0.02, β = 0.5, α₀ = 0.1, ν = 0.8
    double penalty = 0.02 * Math.pow(watches.count(u) + 0.5 * 0.1 * videos.rows(), 0.8);
    for (int k = 0; k < d; k++) {
      left.addToEntry(k, k, penalty);
    }
    return left;
  }

  private static RealVector right(Interactions watches, int u, Matrix videos) {
    RealVector sum = new ArrayRealVector(videos.columns());
    for (int v : history(watches, u)) {
      sum = sum.add(vector(videos, v));
    }
    return sum;
  }

  private static RealVector vector(Matrix matrix, int row) {
    float[] values = matrix.row(row);
    return new ArrayRealVector(
        IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray());
  }

  private static double penalties(Interactions rows, Matrix factors) {
    double sum = 0;
    for (int r = 0; r < rows.rows(); r++) {
      double squared = Arrays.stream(vector(factors, r).toArray()).map(x -> x * x).sum();
      sum += 0.02 * Math.pow(rows.count(r) + 0.5 * 0.1 * rows.columns(), 0.8) * squared;
    }
    return sum;
  }
}
