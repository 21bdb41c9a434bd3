package watchnext.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import watchnext.math.Matrix;

class NoRankerTest {

  @Test
  void scoresDescendInTheOrderOfRetrieval() {
    float[] scores = new float[4];
    new NoRanker().score(new Matrix(3, 1), 3, scores);
    assertThat(scores).containsExactly(0, -1, -2, 0);
  }
}
