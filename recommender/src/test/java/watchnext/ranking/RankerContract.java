package watchnext.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import watchnext.math.Matrix;

/** What every {@link Ranker} that looks at its rows promises. */
@Tag("contract")
interface RankerContract {

  int ROWS = 101;

  /** The ranker under test. */
  Ranker ranker();

  /** Number of features its rows have. */
  int width();

  @Test
  default void scoresAreFiniteAndTellRowsApart() {
    float[] scores = scores(rows(1), ROWS);
    for (float score : scores) {
      assertThat(Float.isFinite(score)).isTrue();
    }
    assertThat(scores[1]).isNotEqualTo(scores[0]);
  }

  @Test
  default void theSameRowsGetTheSameScores() {
    assertThat(scores(rows(1), ROWS)).isEqualTo(scores(rows(1), ROWS));
  }

  @Test
  default void rowsInAnotherOrderGetTheirScoresInThatOrder() {
    Matrix rows = rows(1);
    float[] scores = scores(rows, ROWS);
    Matrix reversed = new Matrix(ROWS, width());
    float[] expected = new float[ROWS];
    for (int r = 0; r < ROWS; r++) {
      System.arraycopy(rows.row(ROWS - 1 - r), 0, reversed.data(), reversed.offset(r), width());
      expected[r] = scores[ROWS - 1 - r];
    }
    assertThat(scores(reversed, ROWS)).isEqualTo(expected);
  }

  @Test
  default void oneRowAloneGetsTheScoreItGetsAmongOthers() {
    Matrix rows = rows(1);
    float[] scores = scores(rows, ROWS);
    for (int r = 0; r < ROWS; r++) {
      assertThat(scores(new Matrix(1, width(), rows.row(r)), 1)[0]).isEqualTo(scores[r]);
    }
  }

  @Test
  default void rowsBeyondTheCountAreNotTouched() {
    float[] scores = new float[ROWS];
    scores[3] = 77;
    ranker().score(rows(1), 3, scores);
    assertThat(scores[2]).isNotZero();
    assertThat(scores[3]).isEqualTo(77);
  }

  @Test
  default void noRowsGiveNoScores() {
    float[] scores = {5};
    ranker().score(rows(1), 0, scores);
    assertThat(scores).containsExactly(5);
  }

  @Test
  default void anUnknownValueStillGivesAFiniteScore() {
    Matrix rows = rows(1);
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 300; i++) {
      rows.data()[random.nextInt(rows.data().length)] = Float.NaN;
    }
    for (float score : scores(rows, ROWS)) {
      assertThat(Float.isFinite(score)).isTrue();
    }
  }

  @Test
  default void threadsDoNotDisturbEachOther() throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Boolean>> results = new ArrayList<>();
      for (int task = 0; task < 8; task++) {
        Matrix rows = rows(task);
        float[] expected = scores(rows, ROWS);
        results.add(threads.submit(() -> alwaysScores(rows, expected)));
      }
      for (Future<Boolean> result : results) {
        assertThat(result.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private boolean alwaysScores(Matrix rows, float[] expected) {
    for (int round = 0; round < 20; round++) {
      if (!Arrays.equals(scores(rows, ROWS), expected)) {
        return false;
      }
    }
    return true;
  }

  private float[] scores(Matrix rows, int count) {
    float[] scores = new float[count];
    ranker().score(rows, count, scores);
    return scores;
  }

  private Matrix rows(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Matrix rows = new Matrix(ROWS, width());
    for (int i = 0; i < rows.data().length; i++) {
      rows.data()[i] = (float) random.nextGaussian();
    }
    return rows;
  }
}
