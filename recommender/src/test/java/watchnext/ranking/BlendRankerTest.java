package watchnext.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import watchnext.math.Matrix;

class BlendRankerTest {

  /** Ranks by one column of the rows. */
  private record ByColumn(int column) implements Ranker {
    @Override
    public String name() {
      return "column " + column;
    }

    @Override
    public void score(Matrix rows, int count, float[] scores) {
      for (int i = 0; i < count; i++) {
        scores[i] = rows.get(i, column);
      }
    }
  }

  private final Ranker blend = new BlendRanker(List.of(new ByColumn(0), new ByColumn(1)));

  @Test
  void aScoreIsTheSumOfReciprocalPlaces() {
    // First column: row 1 before 0 before 2; second: row 2 before 0 before 1.
    Matrix rows = new Matrix(3, 2, new float[] {5, 0.2f, 9, 0.1f, 1, 0.3f});
    float[] scores = new float[3];
    blend.score(rows, 3, scores);
    assertThat(scores[0]).isCloseTo(1 / 21f + 1 / 21f, within(1e-7f));
    assertThat(scores[1]).isCloseTo(1 / 20f + 1 / 22f, within(1e-7f));
    assertThat(scores[2]).isCloseTo(1 / 22f + 1 / 20f, within(1e-7f));
  }

  @Test
  void theScaleOfAScoreDoesNotMatter() {
    Matrix small = new Matrix(3, 2, new float[] {5, 0.2f, 9, 0.1f, 1, 0.3f});
    Matrix large = new Matrix(3, 2, new float[] {5e6f, 0.2f, 9e6f, 0.1f, 1e6f, 0.3f});
    float[] one = new float[3];
    float[] other = new float[3];
    blend.score(small, 3, one);
    blend.score(large, 3, other);
    assertThat(other).isEqualTo(one);
  }

  @Test
  void rowsBeyondTheCountAreNotTouched() {
    float[] scores = {1, 2, 77};
    blend.score(new Matrix(3, 2), 2, scores);
    assertThat(scores[2]).isEqualTo(77);
  }

  @Test
  void oneRankerIsNoBlend() {
    assertThatThrownBy(() -> new BlendRanker(List.of(new ByColumn(0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a blend must have at least 2 rankers, had 1");
  }
}
