package watchnext.model.mf;

import java.util.random.RandomGenerator;
import watchnext.dataset.Interactions;
import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.math.ParallelRanges;
import watchnext.math.PrincipalAxes;

/**
 * A factorization on its way: the two half-steps of an epoch and the loss that neither can raise.
 * Both halves are one method, with users and videos exchanged.
 *
 * <p>Before a side is held fixed it is turned into its principal axes; the loss does not notice.
 * <i>Confined: one thread at a time (which uses others inside).</i>
 */
final class AlsTraining {

  private static final int BLOCK = 64;

  private final AlsConfig config;
  private final Interactions byUser;
  private final Interactions byVideo;
  private final Matrix users;
  private final Matrix videos;
  private float[] videoSpectrum = new float[0];

  /** Zeros for the users, normal noise of variance σ²/d for the videos. */
  AlsTraining(Interactions watches, AlsConfig config, RandomGenerator random) {
    this.config = config;
    this.byUser = watches;
    this.byVideo = watches.transposed();
    this.users = new Matrix(watches.rows(), config.dimension());
    this.videos = new Matrix(watches.columns(), config.dimension());
    double deviation = config.initialStdDev() / Math.sqrt(config.dimension());
    float[] values = videos.data();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
  }

  /** The best users for these videos. */
  void solveUsers() {
    videoSpectrum = PrincipalAxes.align(videos, config.threads());
    solve(byUser, videos, videoSpectrum, users);
  }

  /** The best videos for these users. */
  void solveVideos() {
    solve(byVideo, users, PrincipalAxes.align(users, config.threads()), videos);
  }

  private void solve(Interactions rows, Matrix fixed, float[] spectrum, Matrix free) {
    ParallelRanges.run(
        rows.rows(),
        BLOCK,
        config.threads(),
        () -> {
          RowSolver solver = new RowSolver(fixed, spectrum, config.unobservedWeight());
          return (from, to) -> {
            for (int r = from; r < to; r++) {
              int[] observed = rows.row(r);
              double penalty = config.penalty(observed.length, fixed.rows());
              solver.solve(observed, observed.length, penalty, free.data(), free.offset(r));
            }
          };
        });
  }

  /** The model of the factors as they stand; call after {@link #solveUsers}. */
  AlsModel model() {
    return new AlsModel(config, users, videos, videoSpectrum);
  }

  /** L, see {@link AlsTrainer}. Cost: one product a pair, and two Gram matrices. */
  double loss() {
    double observed = 0;
    for (int u = 0; u < users.rows(); u++) {
      for (int i = byUser.start(u); i < byUser.end(u); i++) {
        double error = 1 - score(u, byUser.column(i));
        observed += error * error;
      }
    }
    return observed
        + config.unobservedWeight() * sumOfSquaredScores()
        + penalties(byUser, users)
        + penalties(byVideo, videos);
  }

  private float score(int user, int video) {
    return Kernels.BEST.dot(
        users.data(), users.offset(user), videos.data(), videos.offset(video), users.columns());
  }

  /** Σ over all pairs of ŷ², which is the inner product of the two Gram matrices. */
  private double sumOfSquaredScores() {
    double[][] ofUsers = PrincipalAxes.gram(users, config.threads());
    double[][] ofVideos = PrincipalAxes.gram(videos, config.threads());
    double sum = 0;
    for (int i = 0; i < ofUsers.length; i++) {
      for (int j = 0; j < ofUsers.length; j++) {
        sum += ofUsers[i][j] * ofVideos[i][j];
      }
    }
    return sum;
  }

  private double penalties(Interactions rows, Matrix factors) {
    double sum = 0;
    for (int r = 0; r < rows.rows(); r++) {
      int offset = factors.offset(r);
      double squared =
          Kernels.BEST.dot(factors.data(), offset, factors.data(), offset, factors.columns());
      sum += config.penalty(rows.count(r), rows.columns()) * squared;
    }
    return sum;
  }
}
