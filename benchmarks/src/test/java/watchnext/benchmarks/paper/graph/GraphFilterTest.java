package watchnext.benchmarks.paper.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watchnext.dataset.Interactions;

class GraphFilterTest {

  private static final int USERS = 70;
  private static final int VIDEOS = 40;

  private static Interactions watches() {
    SplittableRandom random = new SplittableRandom(4);
    int[] users = random.ints(900, 0, USERS).toArray();
    // The last two videos are watched by nobody.
    int[] videos = random.doubles(900).mapToInt(x -> (int) ((VIDEOS - 2) * x * x)).toArray();
    return Interactions.of(USERS, VIDEOS, users, videos);
  }

  private static GraphFilter train(Interactions watches, GraphFilterConfig config) {
    return GraphFilterTrainer.train(watches, config, line -> {}, new SplittableRandom(1));
  }

  static List<GraphFilterConfig> configs() {
    return List.of(
        new GraphFilterConfig(5, 12, 1, 0, 0.5, 0.3, 0, 1, 1),
        new GraphFilterConfig(5, 12, 1, 0, 0.5, 0.2, 2.5, 4, 2),
        new GraphFilterConfig(1, 12, 0.6, 0.3, 0.1, 0, 0.4, 1, 1),
        new GraphFilterConfig(7, 12, 0.5, -0.2, 0.4, 0.5, 0.8, 3, 1));
  }

  /** The formula of the class comment with matrices that are written out. */
  private static RealMatrix slow(Interactions watches, GraphFilterConfig config) {
    RealMatrix r = new Array2DRowRealMatrix(USERS, VIDEOS);
    double[] userDegrees = new double[USERS];
    double[] videoDegrees = new double[VIDEOS];
    for (int u = 0; u < USERS; u++) {
      for (int v : watches.row(u)) {
        r.setEntry(u, v, 1);
        userDegrees[u]++;
        videoDegrees[v]++;
      }
    }
    RealMatrix normalised =
        diagonal(userDegrees, -config.userExponent() / 2)
            .multiply(r)
            .multiply(diagonal(videoDegrees, -0.5));
    RealMatrix blur = normalised.transpose().multiply(normalised);
    EigenDecomposition eigen = new EigenDecomposition(blur);
    RealMatrix axes = eigen.getV().getSubMatrix(0, VIDEOS - 1, 0, config.dimension() - 1);
    double p = config.blurTilt();
    double q = config.lowPassTilt();
    RealMatrix signal =
        r.multiply(diagonal(videoDegrees, -p))
            .multiply(blur)
            .add(
                r.multiply(diagonal(videoDegrees, -q))
                    .multiply(axes)
                    .multiply(axes.transpose())
                    .multiply(diagonal(videoDegrees, q - p))
                    .scalarMultiply(config.lowPassWeight()));
    double h = config.sharpening() / eigen.getRealEigenvalue(0);
    RealMatrix term = signal;
    RealMatrix sum = signal;
    for (int k = 1; k <= config.sharpeningOrder(); k++) {
      term = term.multiply(blur).scalarMultiply(-h / k);
      sum = sum.add(term);
    }
    return sum.multiply(diagonal(videoDegrees, p));
  }

  private static RealMatrix diagonal(double[] degrees, double exponent) {
    double[] powers = new double[degrees.length];
    for (int i = 0; i < powers.length; i++) {
      powers[i] = degrees[i] > 0 ? Math.pow(degrees[i], exponent) : 0;
    }
    return MatrixUtils.createRealDiagonalMatrix(powers);
  }

  @ParameterizedTest
  @MethodSource("configs")
  void theScoresAreThoseOfTheFormula(GraphFilterConfig config) {
    Interactions watches = watches();
    GraphFilter filter = train(watches, config);
    RealMatrix slow = slow(watches, config);
    float[] scores = new float[VIDEOS];
    for (int u = 0; u < USERS; u++) {
      filter.score(watches.row(u), watches.count(u), scores);
      for (int v = 0; v < VIDEOS; v++) {
        double expected = slow.getEntry(u, v);
        assertThat((double) scores[v]).as("%d, %d", u, v).isCloseTo(expected, within(2e-4));
      }
    }
  }

  @Test
  void manyHistoriesTogetherScoreAsEachAlone() {
    Interactions watches = watches();
    GraphFilter filter = train(watches, GraphFilterConfig.sharpened(1));
    int[][] histories = new int[33][];
    for (int h = 0; h < histories.length; h++) {
      histories[h] = watches.row(h);
    }
    float[] together = new float[histories.length * VIDEOS];
    filter.score(histories, together);
    float[] alone = new float[VIDEOS];
    for (int h = 0; h < histories.length; h++) {
      filter.score(histories[h], histories[h].length, alone);
      for (int v = 0; v < VIDEOS; v++) {
        assertThat(together[h * VIDEOS + v]).isCloseTo(alone[v], within(1e-5f));
      }
    }
  }

  @Test
  void aCheckerboardIsCompletedWhereItsDiagonalWasWithheld() {
    List<int[]> pairs = new ArrayList<>();
    for (int u = 0; u < 30; u++) {
      for (int v = u % 2; v < 30; v += 2) {
        if (u != v) {
          pairs.add(new int[] {u, v});
        }
      }
    }
    Interactions watches =
        Interactions.of(
            30,
            30,
            pairs.stream().mapToInt(pair -> pair[0]).toArray(),
            pairs.stream().mapToInt(pair -> pair[1]).toArray());
    GraphFilter filter = train(watches, GraphFilterConfig.linear(1));
    float[] scores = new float[30];
    for (int u = 0; u < 30; u++) {
      filter.score(watches.row(u), watches.count(u), scores);
      for (int v = (u + 1) % 2; v < 30; v += 2) {
        assertThat(scores[u]).isGreaterThan(scores[v] + 0.5f);
      }
    }
  }

  @Test
  void unknownVideosArePassedOver() {
    GraphFilter filter = train(watches(), GraphFilterConfig.sharpened(1));
    float[] known = new float[VIDEOS];
    float[] with = new float[VIDEOS];
    filter.score(new int[] {3, 4}, 2, known);
    filter.score(new int[] {5_000, 3, 4}, 3, with);
    assertThat(with).isEqualTo(known);
  }

  @Test
  void whatNobodyKnowsScoresNothing() {
    GraphFilter filter = train(watches(), GraphFilterConfig.sharpened(1));
    float[] scores = new float[VIDEOS];
    filter.score(new int[] {VIDEOS - 1}, 1, scores);
    assertThat(scores).containsOnly(0);
  }

  @Test
  void sameSeedSameBytesOnAnyNumberOfThreads() {
    Interactions watches = watches();
    GraphFilter one = train(watches, GraphFilterConfig.sharpened(1));
    GraphFilter two = train(watches, GraphFilterConfig.sharpened(2));
    int[][] histories = {watches.row(2), watches.row(5)};
    float[] byOne = new float[2 * VIDEOS];
    float[] byTwo = new float[2 * VIDEOS];
    one.score(histories, byOne);
    two.score(histories, byTwo);
    assertThat(byTwo).isEqualTo(byOne);
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new GraphFilterConfig(0, 4, 1, 0, 0.5, 0.3, 0, 1, 1))
        .hasMessage("dimension must be at least 1, was 0");
    assertThatThrownBy(() -> new GraphFilterConfig(8, 4, 1, 0, 0.5, 0.3, 1, 5, 1))
        .hasMessage("sharpeningOrder must be in [1, 4], was 5");
    assertThatThrownBy(() -> new GraphFilterConfig(8, 4, 1, 0, 0.5, Double.NaN, 1, 4, 1))
        .hasMessage("lowPassWeight must be in [0, 1000000], was NaN");
  }
}
