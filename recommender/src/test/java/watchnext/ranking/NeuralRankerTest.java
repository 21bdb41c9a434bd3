package watchnext.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import watchnext.math.Matrix;
import watchnext.task.Objective;

class NeuralRankerTest implements RankerContract {

  private final Matrix row = new Matrix(1, 3, new float[] {1, 0.5f, -0.5f});

  @Override
  public Ranker ranker() {
    return new NeuralRanker(TrainedRankers.NETWORK, Objective.DEFAULT);
  }

  @Override
  public int width() {
    return TrainedRankers.WIDTH;
  }

  @Test
  void theScoreIsTheWeightedSumOfThePredictions() {
    float[] p = new float[3];
    TrainedRankers.NETWORK.predict(row, 1, p);
    assertThat(scoreBy(new Objective(1, 0, 0))).isEqualTo(p[0]);
    assertThat(scoreBy(new Objective(0, 1, 0))).isEqualTo(p[1]);
    assertThat(scoreBy(new Objective(0, 0, 1))).isEqualTo(p[2]);
    assertThat(scoreBy(new Objective(0.5, 2, 3)))
        .isCloseTo(0.5f * p[0] + 2 * p[1] + 3 * p[2], within(1e-6f));
  }

  private float scoreBy(Objective objective) {
    float[] scores = new float[1];
    new NeuralRanker(TrainedRankers.NETWORK, objective).score(row, 1, scores);
    return scores[0];
  }
}
