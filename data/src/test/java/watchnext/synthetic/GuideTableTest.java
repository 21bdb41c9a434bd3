package watchnext.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import watchnext.synthetic.truth.Curves;
import watchnext.synthetic.truth.Luck;

class GuideTableTest {

  /** Exactly: the bytes of a world depend on it. */
  @Test
  void itDrawsWhatAnOrdinarySearchDraws() {
    GuideTable guide = new GuideTable();
    for (int size : new int[] {1, 2, 3, 50, 4000}) {
      double[] sums = sums(size, size);
      guide.index(sums, size);
      for (int i = 0; i < 5000; i++) {
        double u = Luck.uniform(3, i);
        assertThat(guide.draw(sums, u)).isEqualTo(Curves.drawCumulative(sums, 0, size, u));
      }
      for (int i = 0; i < size; i++) {
        // On the edge between two weights, and one step beside it.
        for (double u : new double[] {sums[i] / sums[size - 1], 0, Math.nextDown(1.0)}) {
          for (double near : new double[] {u, Math.nextDown(u), Math.nextUp(u)}) {
            if (near >= 0 && near < 1) {
              assertThat(guide.draw(sums, near))
                  .isEqualTo(Curves.drawCumulative(sums, 0, size, near));
            }
          }
        }
      }
    }
  }

  @Test
  void itMayBeIndexedAnewWithFewerSums() {
    GuideTable guide = new GuideTable();
    double[] sums = sums(100, 100);
    guide.index(sums, 100);
    guide.index(sums, 10);
    for (int i = 0; i < 1000; i++) {
      double u = Luck.uniform(4, i);
      assertThat(guide.draw(sums, u)).isEqualTo(Curves.drawCumulative(sums, 0, 10, u));
    }
  }

  /** Weights of very different size, some 0. */
  private static double[] sums(int size, long seed) {
    double[] sums = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double weight = Math.exp(6 * Luck.normal(seed, i));
      sum += i % 3 == 1 ? 0 : weight;
      sums[i] = sum;
    }
    return sums;
  }
}
