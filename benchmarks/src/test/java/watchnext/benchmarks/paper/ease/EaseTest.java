package watchnext.benchmarks.paper.ease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import watchnext.dataset.Interactions;

class EaseTest {

  private static Interactions watches() {
    SplittableRandom random = new SplittableRandom(4);
    int[] users = random.ints(2_000, 0, 120).toArray();
    int[] videos = random.doubles(2_000).mapToInt(x -> (int) (90 * x * x)).toArray();
    return Interactions.of(120, 90, users, videos);
  }

  @Test
  void theWeightsAreThoseOfTheFormula() {
    Interactions watches = watches();
    Ease ease = EaseTrainer.train(watches, new EaseConfig(20, 2));
    RealMatrix x = new Array2DRowRealMatrix(120, 90);
    for (int u = 0; u < 120; u++) {
      for (int i = watches.start(u); i < watches.end(u); i++) {
        x.setEntry(u, watches.column(i), 1);
      }
    }
    RealMatrix gram = x.transpose().multiply(x);
    for (int i = 0; i < 90; i++) {
      gram.addToEntry(i, i, 20);
    }
    RealMatrix p = new LUDecomposition(gram).getSolver().getInverse();
    for (int i = 0; i < 90; i++) {
      for (int j = 0; j < 90; j++) {
        double expected = i == j ? 0 : -p.getEntry(i, j) / p.getEntry(j, j);
        assertThat((double) ease.weight(i, j)).isCloseTo(expected, within(1e-5));
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
    int[] users = pairs.stream().mapToInt(p -> p[0]).toArray();
    int[] videos = pairs.stream().mapToInt(p -> p[1]).toArray();
    Interactions watches = Interactions.of(30, 30, users, videos);
    Ease ease = EaseTrainer.train(watches, new EaseConfig(1, 1));
    float[] scores = new float[30];
    for (int u = 0; u < 30; u++) {
      int[] history = new int[watches.count(u)];
      for (int i = 0; i < history.length; i++) {
        history[i] = watches.column(watches.start(u) + i);
      }
      ease.score(history, history.length, scores);
      assertThat(scores[u]).isGreaterThan(0.7f);
      for (int v = (u + 1) % 2; v < 30; v += 2) {
        assertThat(scores[v]).isCloseTo(0, within(1e-5f));
      }
    }
  }

  @Test
  void unknownVideosArePassedOver() {
    Ease ease = EaseTrainer.train(watches(), new EaseConfig(300, 2));
    float[] scores = new float[90];
    ease.score(new int[] {5_000, 3, 4}, 2, scores);
    assertThat(scores[8]).isEqualTo(ease.weight(3, 8));
  }

  @Test
  void aCatalogThatIsTooLargeIsRefusedWithASentence() {
    Interactions large = Interactions.of(1, 20_001, new int[0], new int[0]);
    assertThatThrownBy(() -> EaseTrainer.train(large, new EaseConfig(300, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "EASE inverts a matrix of videos x videos: there must be at most 20000 videos, were"
                + " 20001");
  }
}
