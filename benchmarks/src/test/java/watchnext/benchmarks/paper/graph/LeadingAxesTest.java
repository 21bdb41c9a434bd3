package watchnext.benchmarks.paper.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import watchnext.math.Matrix;

class LeadingAxesTest {

  /** A random covariance matrix whose eigenvalues fall off quickly. */
  private static RealMatrix covariance(int n, int rank) {
    SplittableRandom random = new SplittableRandom(5);
    RealMatrix factors = new Array2DRowRealMatrix(n, rank);
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < rank; c++) {
        factors.setEntry(r, c, random.nextGaussian() * Math.pow(0.8, c));
      }
    }
    return factors.multiply(factors.transpose());
  }

  private static Matrix product(RealMatrix a, Matrix x) {
    Matrix result = new Matrix(x.rows(), x.columns());
    for (int r = 0; r < x.rows(); r++) {
      for (int c = 0; c < x.columns(); c++) {
        double sum = 0;
        for (int k = 0; k < x.rows(); k++) {
          sum += a.getEntry(r, k) * x.get(k, c);
        }
        result.set(r, c, (float) sum);
      }
    }
    return result;
  }

  private static Matrix axes(RealMatrix a, int wanted) {
    return LeadingAxes.of(
        x -> product(a, x), a.getRowDimension(), wanted, 3, 1, new SplittableRandom(7));
  }

  @Test
  void theAxesAreTheEigenvectorsOfTheLargestEigenvalues() {
    RealMatrix a = covariance(60, 60);
    Matrix axes = axes(a, 5);
    EigenDecomposition eigen = new EigenDecomposition(a);
    for (int k = 0; k < 5; k++) {
      double cosine = 0;
      for (int r = 0; r < 60; r++) {
        cosine += axes.get(r, k) * eigen.getEigenvector(k).getEntry(r);
      }
      assertThat(Math.abs(cosine)).as("axis %d", k).isCloseTo(1, within(1e-4));
    }
  }

  @Test
  void theAxesAreOrthonormal() {
    Matrix axes = axes(covariance(60, 60), 6);
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        double product = 0;
        for (int r = 0; r < 60; r++) {
          product += axes.get(r, i) * axes.get(r, j);
        }
        assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-4));
      }
    }
  }

  @Test
  void axesThatAMatrixDoesNotHaveAreZero() {
    Matrix axes = axes(covariance(20, 3), 30);
    for (int k = 0; k < 30; k++) {
      double squared = 0;
      for (int r = 0; r < 20; r++) {
        squared += axes.get(r, k) * axes.get(r, k);
      }
      assertThat(squared).as("axis %d", k).isCloseTo(k < 3 ? 1 : 0, within(1e-4));
    }
  }
}
