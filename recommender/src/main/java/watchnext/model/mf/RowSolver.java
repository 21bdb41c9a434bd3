package watchnext.model.mf;

import java.util.Arrays;
import watchnext.math.Cholesky;
import watchnext.math.Kernels;
import watchnext.math.Matrix;

/**
 * Solves the normal equations of one user (or, with the sides exchanged, of one video):
 *
 * <pre>  (α₀ VᵀV + Σ_{i ∈ S} vᵢ vᵢᵀ + λᵤ I) w = Σ_{i ∈ S} vᵢ</pre>
 *
 * <p>The factors come in their principal axes ({@link watchnext.math.PrincipalAxes}), where the
 * part that all users share is a diagonal matrix, D = α₀ Λ + λᵤ I. So there are two ways to the
 * same w, and the cheaper one is taken:
 *
 * <ul>
 *   <li>n = |S| ≥ d: add the outer products to D and solve d equations; n d²/2 + d³/6
 *       multiplications.
 *   <li>n &lt; d, the usual case: with Y the rows vᵢ scaled by D^-½, w = D^-½ Yᵀ a where (Y Yᵀ + I)
 *       a = 1, which is n equations; n² d/2 + n³/6 multiplications. At n = 20 and d = 256 this is
 *       60 times less.
 * </ul>
 *
 * <p>The second line follows from the first by (D + VᵀV)⁻¹Vᵀ = D⁻¹Vᵀ(V D⁻¹ Vᵀ + I)⁻¹. <i>Confined:
 * one thread at a time; the scratch memory is reused.</i>
 */
final class RowSolver {

  private static final Kernels KERNELS = Kernels.BEST;
  // Observed rows that are gathered at a time when n is large.
  private static final int CHUNK = 128;
  // What rounding leaves on an axis without factors, as a part of Λ₀: D is never below it, so that
  // rounding is not taken for a factor where α₀ and λ are tiny.
  private static final float ROUNDING = 1e-7f;

  private final Matrix fixed;
  private final float[] spectrum;
  private final double unobservedWeight;
  private final int d;
  private final float[] diagonal;
  private final float[] line;
  private float[] gathered = new float[0];
  private float[] system = new float[0];
  private float[] unknowns = new float[0];

  /**
   * A solver against the given side.
   *
   * @param fixed the factors of the other side, in their principal axes
   * @param spectrum Λ: the diagonal of their Gram matrix
   * @param unobservedWeight α₀
   */
  RowSolver(Matrix fixed, float[] spectrum, double unobservedWeight) {
    this.fixed = fixed;
    this.spectrum = spectrum;
    this.unobservedWeight = unobservedWeight;
    this.d = fixed.columns();
    this.diagonal = new float[d];
    this.line = new float[d];
  }

  /**
   * Writes the factor that solves the equations.
   *
   * @param observed S: rows of the other side, each once
   * @param count n: how many of them are used; 0 gives a factor of zeros
   * @param penalty λᵤ
   * @param out receives d values from {@code outOffset}
   */
  void solve(int[] observed, int count, double penalty, float[] out, int outOffset) {
    Arrays.fill(out, outOffset, outOffset + d, 0f);
    if (count == 0) {
      return;
    }
    float least = ROUNDING * spectrum[0];
    for (int k = 0; k < d; k++) {
      diagonal[k] = Math.max(least, (float) (unobservedWeight * spectrum[k] + penalty));
    }
    if (count < d) {
      solveByPairs(observed, count, out, outOffset);
    } else {
      solveByDimensions(observed, count, out, outOffset);
    }
  }

  /** (Y Yᵀ + I) a = 1, then w = D^-½ Yᵀ a. */
  private void solveByPairs(int[] observed, int n, float[] out, int outOffset) {
    gathered = atLeast(gathered, n * d);
    system = atLeast(system, n * n);
    unknowns = atLeast(unknowns, n);
    for (int k = 0; k < d; k++) {
      // 0 when all factors are zeros and λᵤ is below the least float.
      line[k] = diagonal[k] > 0 ? (float) (1 / Math.sqrt(diagonal[k])) : 0;
    }
    float[] factors = fixed.data();
    for (int i = 0; i < n; i++) {
      int row = fixed.offset(observed[i]);
      for (int k = 0; k < d; k++) {
        gathered[i * d + k] = factors[row + k] * line[k];
      }
    }
    for (int i = 0; i < n; i++) {
      KERNELS.dotRange(gathered, i * d, gathered, 0, i + 1, d, system, i * n);
      system[i * n + i] += 1;
    }
    Arrays.fill(unknowns, 0, n, 1f);
    Cholesky.factor(system, n);
    Cholesky.solve(system, n, unknowns, 0);
    for (int i = 0; i < n; i++) {
      KERNELS.axpy(unknowns[i], gathered, i * d, out, outOffset, d);
    }
    for (int k = 0; k < d; k++) {
      out[outOffset + k] *= line[k];
    }
  }

  /** (D + Σ v vᵀ) w = Σ v. */
  private void solveByDimensions(int[] observed, int n, float[] out, int outOffset) {
    gathered = atLeast(gathered, CHUNK * d);
    system = atLeast(system, d * d);
    Arrays.fill(system, 0, d * d, 0f);
    for (int start = 0; start < n; start += CHUNK) {
      addOuterProducts(observed, start, Math.min(CHUNK, n - start));
    }
    for (int i = 0; i < n; i++) {
      KERNELS.axpy(1, fixed.data(), fixed.offset(observed[i]), out, outOffset, d);
    }
    for (int k = 0; k < d; k++) {
      system[k * d + k] += diagonal[k];
    }
    Cholesky.factor(system, d);
    Cholesky.solve(system, d, out, outOffset);
  }

  /** Gathers observed factors column by column, so that each sum runs along a row. */
  private void addOuterProducts(int[] observed, int start, int n) {
    float[] factors = fixed.data();
    for (int i = 0; i < n; i++) {
      int row = fixed.offset(observed[start + i]);
      for (int k = 0; k < d; k++) {
        gathered[k * n + i] = factors[row + k];
      }
    }
    for (int k = 0; k < d; k++) {
      KERNELS.dotRange(gathered, k * n, gathered, 0, k + 1, n, line, 0);
      KERNELS.axpy(1, line, 0, system, k * d, k + 1);
    }
  }

  private static float[] atLeast(float[] array, int length) {
    return array.length >= length ? array : new float[length];
  }
}
