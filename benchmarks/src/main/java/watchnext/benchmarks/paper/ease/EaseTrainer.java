package watchnext.benchmarks.paper.ease;

import watchnext.dataset.Interactions;
import watchnext.math.Matrix;
import watchnext.math.ParallelRanges;
import watchnext.math.SymmetricInverse;
import watchnext.require.Require;

/**
 * Embarrassingly shallow autoencoder (EASE): predicts each video from all others by a ridge
 * regression whose diagonal is held at zero. Only the published tables run it, not the rebuild.
 *
 * <pre>
 *   min ‖X − X B‖² + λ‖B‖²  with diag B = 0      P = (XᵀX + λ I)⁻¹      B = I − P diag(1 / diag P)
 * </pre>
 *
 * <p>X is users × videos with ones for watches; B is videos × videos, column j predicts video j.
 * Cost: n³/2 multiplications and 4 n² bytes, whatever the number of users; catalogs above {@value
 * #MOST_VIDEOS} videos are refused. Reference: Steck, Embarrassingly Shallow Autoencoders for
 * Sparse Data, WWW 2019 [steck2019]. <i>Stateless.</i>
 */
public final class EaseTrainer {

  /** The largest catalog: its matrix takes 1.6 GB. */
  public static final int MOST_VIDEOS = 20_000;

  private static final int BLOCK = 64;

  private EaseTrainer() {}

  /**
   * Solves for B.
   *
   * @throws IllegalArgumentException when the catalog is larger than {@link #MOST_VIDEOS}
   */
  public static Ease train(Interactions watches, EaseConfig config) {
    int n = watches.columns();
    Require.that(
        n <= MOST_VIDEOS,
        "EASE inverts a matrix of videos x videos: there must be at most %s videos, were %s",
        MOST_VIDEOS,
        n);
    Matrix matrix = gram(watches, config);
    SymmetricInverse.invert(matrix, config.threads());
    return new Ease(weights(matrix));
  }

  /** XᵀX + λ I: how many users watched both. */
  private static Matrix gram(Interactions watches, EaseConfig config) {
    int n = watches.columns();
    Interactions byVideo = watches.transposed();
    Matrix gram = new Matrix(n, n);
    float[] a = gram.data();
    ParallelRanges.run(
        n,
        BLOCK,
        config.threads(),
        () ->
            (from, to) -> {
              for (int i = from; i < to; i++) {
                for (int p = byVideo.start(i); p < byVideo.end(i); p++) {
                  int user = byVideo.column(p);
                  for (int q = watches.start(user); q < watches.end(user); q++) {
                    a[i * n + watches.column(q)]++;
                  }
                }
                a[i * n + i] += (float) config.regularization();
              }
            });
    return gram;
  }

  /**
   * B in the place of P: every column divided by its own diagonal, the diagonal zero. A column of P
   * is all zeros where λ is too small beside the counts to tell a video from the others.
   */
  private static Matrix weights(Matrix inverse) {
    int n = inverse.rows();
    float[] a = inverse.data();
    float[] diagonal = new float[n];
    for (int i = 0; i < n; i++) {
      diagonal[i] = a[i * n + i];
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i * n + j] = i == j || diagonal[j] == 0 ? 0 : -a[i * n + j] / diagonal[j];
      }
    }
    return inverse;
  }
}
