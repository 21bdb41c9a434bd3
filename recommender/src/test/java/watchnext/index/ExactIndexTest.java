package watchnext.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import watchnext.math.Matrix;

class ExactIndexTest implements FrozenIndexContract {

  @Override
  public FrozenIndex indexOver(Matrix unitVectors) {
    return new ExactIndex(unitVectors);
  }

  @Test
  void aBatchAnswersAsOneByOne() {
    ExactIndex index = new ExactIndex(IndexFixtures.clustered(777, 12, 9, new SplittableRandom(5)));
    Matrix queries = IndexFixtures.gaussian(13, 12, new SplittableRandom(6));
    Neighbours[] answers = index.searchAll(queries, 25);
    for (int q = 0; q < queries.rows(); q++) {
      Neighbours alone = index.search(queries.row(q), 25);
      assertThat(answers[q].ordinals()).isEqualTo(alone.ordinals());
      assertThat(answers[q].scores()).isEqualTo(alone.scores());
    }
  }
}
