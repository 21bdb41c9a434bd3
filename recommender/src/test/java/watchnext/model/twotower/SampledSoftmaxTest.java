package watchnext.model.twotower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchnext.math.Matrix;

class SampledSoftmaxTest {

  private static final int[] NO_MASK = new int[1025];

  private static Matrix random(int rows, int columns, SplittableRandom random) {
    Matrix matrix = new Matrix(rows, columns);
    for (int i = 0; i < matrix.data().length; i++) {
      matrix.data()[i] = (float) (random.nextGaussian() / Math.sqrt(columns));
    }
    return matrix;
  }

  private static SampledSoftmax.Corrections corrections(float[] logCounts, int rows) {
    // Row 1 masks column 2; no other row masks anything.
    int[] offsets = new int[rows + 1];
    for (int i = 2; i <= rows; i++) {
      offsets[i] = 1;
    }
    return new SampledSoftmax.Corrections(logCounts, offsets, new int[] {2});
  }

  /** The loss as its definition says, in doubles. */
  private static double loss(
      Matrix users, Matrix videos, double scale, SampledSoftmax.Corrections corrections) {
    double loss = 0;
    for (int i = 0; i < users.rows(); i++) {
      double sum = 0;
      double positive = 0;
      for (int j = 0; j < videos.rows(); j++) {
        double z = 0;
        for (int k = 0; k < users.columns(); k++) {
          z += scale * users.get(i, k) * videos.get(j, k);
        }
        z -= corrections.logCounts()[j];
        if (!(i == 1 && j == 2)) {
          sum += Math.exp(z);
        }
        positive = j == i ? z : positive;
      }
      loss += Math.log(sum) - positive;
    }
    return loss / users.rows();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void lossAndGradientsAgreeWithTheDefinitionAndItsDifferences(boolean logQ) {
    SplittableRandom random = new SplittableRandom(3);
    int rows = 70; // more than one block
    Matrix users = random(rows, 5, random);
    Matrix videos = random(rows + 9, 5, random);
    float[] logCounts = new float[videos.rows()];
    for (int j = 0; logQ && j < logCounts.length; j++) {
      logCounts[j] = (float) random.nextDouble(-4, 1);
    }
    SampledSoftmax.Corrections corrections = corrections(logCounts, rows);
    float scale = 6;
    SampledSoftmax softmax = new SampledSoftmax(rows, videos.rows(), 5, 1);
    double loss = softmax.backward(users, videos, scale, corrections);
    assertThat(loss).isCloseTo(loss(users, videos, scale, corrections), within(1e-4));
    checkGradient(users, softmax.userGradient(), users, videos, scale, corrections);
    checkGradient(videos, softmax.videoGradient(), users, videos, scale, corrections);
  }

  private static void checkGradient(
      Matrix varied,
      Matrix gradient,
      Matrix users,
      Matrix videos,
      float scale,
      SampledSoftmax.Corrections corrections) {
    for (int i = 0; i < varied.data().length; i += 7) {
      float value = varied.data()[i];
      float h = 1e-2f;
      varied.data()[i] = value + h;
      double up = loss(users, videos, scale, corrections);
      varied.data()[i] = value - h;
      double down = loss(users, videos, scale, corrections);
      varied.data()[i] = value;
      assertThat((double) gradient.data()[i])
          .describedAs("entry %d", i)
          .isCloseTo((up - down) / (2 * h), within(2e-4));
    }
  }

  @Test
  void threadsDoNotChangeABit() {
    SplittableRandom random = new SplittableRandom(9);
    Matrix users = random(150, 5, random);
    Matrix videos = random(163, 5, random);
    SampledSoftmax.Corrections corrections = corrections(new float[videos.rows()], users.rows());
    SampledSoftmax one = new SampledSoftmax(150, 163, 5, 1);
    SampledSoftmax three = new SampledSoftmax(150, 163, 5, 3);
    assertThat(three.backward(users, videos, 5, corrections))
        .isEqualTo(one.backward(users, videos, 5, corrections));
    assertThat(three.userGradient().data()).containsExactly(one.userGradient().data());
    assertThat(three.videoGradient().data()).containsExactly(one.videoGradient().data());
  }

  @Test
  void aMaskedColumnGetsNothingFromItsRow() {
    SplittableRandom random = new SplittableRandom(4);
    Matrix users = random(3, 4, random);
    // Columns 1 and 2 are the same video: in row 1, column 2 is an accidental hit.
    Matrix videos = random(3, 4, random);
    System.arraycopy(videos.data(), 4, videos.data(), 8, 4);
    // Rows 0 and 2 hold no user, so whatever column 2 gets as a negative comes from row 1.
    java.util.Arrays.fill(users.data(), 0, 4, 0);
    java.util.Arrays.fill(users.data(), 8, 12, 0);
    SampledSoftmax softmax = new SampledSoftmax(3, 3, 4, 1);
    softmax.backward(users, videos, 5, corrections(new float[3], 3));
    assertThat(softmax.videoGradient().row(2)).containsOnly(0f);
    int[] none = new int[4];
    softmax.backward(
        users, videos, 5, new SampledSoftmax.Corrections(new float[3], none, new int[0]));
    assertThat(softmax.videoGradient().row(2)).doesNotContain(0f);
  }

  @Test
  void theCorrectedGradientIsNearThatOfTheFullSoftmaxAndTheUncorrectedIsNot() {
    assertThat(cosineWithFullSoftmax(true)).isGreaterThan(0.95);
    assertThat(cosineWithFullSoftmax(false)).isLessThan(0.8);
  }

  /** 1,000 videos of Zipf popularity, 16 batches of 512 rows; gradients by the video vectors. */
  private static double cosineWithFullSoftmax(boolean logQ) {
    int videos = 1000;
    int d = 16;
    int rows = 512;
    SplittableRandom random = new SplittableRandom(6);
    Matrix table = random(videos, d, random);
    double[] cumulated = zipf(videos);
    double[] sampled = new double[videos * d];
    double[] full = new double[videos * d];
    SampledSoftmax softmax = new SampledSoftmax(rows, rows, d, 1);
    for (int batch = 0; batch < 16; batch++) {
      Matrix users = random(rows, d, random);
      Matrix columns = new Matrix(rows, d);
      int[] drawn = new int[rows];
      float[] logCounts = new float[rows];
      for (int i = 0; i < rows; i++) {
        drawn[i] = draw(cumulated, random.nextDouble());
        System.arraycopy(table.data(), drawn[i] * d, columns.data(), i * d, d);
        double p = cumulated[drawn[i]] - (drawn[i] == 0 ? 0 : cumulated[drawn[i] - 1]);
        logCounts[i] = logQ ? (float) Math.log(rows * p) : 0;
      }
      softmax.backward(users, columns, 4, accidentalHits(drawn, logCounts));
      for (int i = 0; i < rows * d; i++) {
        sampled[drawn[i / d] * d + i % d] += softmax.videoGradient().data()[i];
      }
      addFullGradient(users, table, drawn, 4, full);
    }
    return cosine(sampled, full);
  }

  private static SampledSoftmax.Corrections accidentalHits(int[] drawn, float[] logCounts) {
    int[] offsets = new int[drawn.length + 1];
    int[] masked = new int[drawn.length * drawn.length];
    int used = 0;
    for (int i = 0; i < drawn.length; i++) {
      for (int j = 0; j < drawn.length; j++) {
        if (i != j && drawn[i] == drawn[j]) {
          masked[used++] = j;
        }
      }
      offsets[i + 1] = used;
    }
    return new SampledSoftmax.Corrections(logCounts, offsets, masked);
  }

  private static void addFullGradient(
      Matrix users, Matrix table, int[] positives, double scale, double[] gradient) {
    int d = table.columns();
    double[] e = new double[table.rows()];
    for (int i = 0; i < users.rows(); i++) {
      double sum = 0;
      for (int v = 0; v < e.length; v++) {
        double z = 0;
        for (int k = 0; k < d; k++) {
          z += scale * users.get(i, k) * table.get(v, k);
        }
        e[v] = Math.exp(z);
        sum += e[v];
      }
      for (int v = 0; v < e.length; v++) {
        double byLogit = e[v] / sum - (v == positives[i] ? 1 : 0);
        for (int k = 0; k < d; k++) {
          gradient[v * d + k] += byLogit * users.get(i, k) * scale / users.rows();
        }
      }
    }
  }

  private static double[] zipf(int size) {
    double[] cumulated = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += 1.0 / (i + 10);
      cumulated[i] = sum;
    }
    for (int i = 0; i < size; i++) {
      cumulated[i] /= sum;
    }
    return cumulated;
  }

  private static int draw(double[] cumulated, double at) {
    int found = java.util.Arrays.binarySearch(cumulated, at);
    return Math.min(cumulated.length - 1, found < 0 ? -found - 1 : found);
  }

  private static double cosine(double[] a, double[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += a[i] * b[i];
      aa += a[i] * a[i];
      bb += b[i] * b[i];
    }
    return ab / Math.sqrt(aa * bb);
  }

  @Test
  void aBatchOfEqualVectorsLosesTheLogarithmOfItsColumns() {
    // All logits are equal, so each of 8 columns has probability 1/8: loss = ln 8.
    Matrix users = new Matrix(8, 4);
    Matrix videos = new Matrix(8, 4);
    java.util.Arrays.fill(users.data(), 0.5f);
    java.util.Arrays.fill(videos.data(), 0.5f);
    SampledSoftmax softmax = new SampledSoftmax(8, 8, 4, 1);
    double loss =
        softmax.backward(
            users, videos, 10, new SampledSoftmax.Corrections(new float[8], NO_MASK, new int[0]));
    assertThat(loss).isCloseTo(Math.log(8), within(1e-5));
  }
}
