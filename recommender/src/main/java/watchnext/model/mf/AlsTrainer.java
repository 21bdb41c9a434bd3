package watchnext.model.mf;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import watchnext.dataset.Interactions;

/**
 * Implicit matrix factorization by alternating least squares (iALS). Step 4, run by the nightly
 * rebuild.
 *
 * <p>Every user u and every video i gets a factor of d values whose inner product ŷ is large when u
 * watches i. All pairs count: those observed towards 1, and every pair at all, with a small weight,
 * towards 0.
 *
 * <pre>  L = Σ_{(u,i) ∈ S} (ŷ − 1)² + α₀ Σ_{u,i} ŷ²
 *      + λ Σ_u (|I_u| + β α₀ |I|)^ν ‖w_u‖² + λ Σ_i (|U_i| + β α₀ |U|)^ν ‖h_i‖²</pre>
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><th>paper</th><th>here</th><th>meaning</th></tr>
 * <tr><td>S</td><td>{@code watches}</td><td>pairs observed</td></tr>
 * <tr><td>W, H</td><td>{@code users, videos}</td><td>factors, |U| × d and |I| × d</td></tr>
 * <tr><td>α₀</td><td>{@code unobservedWeight}</td><td>weight of a pair not observed</td></tr>
 * <tr><td>λ, ν</td><td>{@link AlsPenalty}</td><td>penalty</td></tr>
 * <tr><td>β = 1</td><td>{@code unobservedShare}</td><td>its part for unobserved pairs</td></tr>
 * <tr><td>σ</td><td>{@code initialStdDev}</td><td>length of a factor at the start</td></tr>
 * </table>
 *
 * <p>With one side fixed, L is a separate ridge regression for each row of the other, solved
 * exactly ({@link RowSolver}); an epoch solves users, then videos, and neither can raise L. The
 * last thing done is one more solution for the users, so that each user's factor is exactly what
 * {@link AlsModel#foldIn} makes of the same watches. Same seed, same bytes, on any number of
 * threads.
 *
 * <p>References: Hu, Koren and Volinsky, Collaborative Filtering for Implicit Feedback Datasets,
 * ICDM 2008 [hu2008]; Rendle, Krichene, Zhang and Koren, Revisiting the Performance of iALS on Item
 * Recommendation Benchmarks, RecSys 2022 [rendle2022]. <i>Stateless.</i>
 */
public final class AlsTrainer {

  private AlsTrainer() {}

  /**
   * Fits a model.
   *
   * @param watches users × videos
   * @param config settings
   * @param progress told the loss after each epoch
   * @param random draws the first factors of the videos
   */
  public static AlsModel train(
      Interactions watches, AlsConfig config, Consumer<String> progress, RandomGenerator random) {
    AlsTraining training = new AlsTraining(watches, config, random);
    for (int epoch = 1; epoch <= config.epochs(); epoch++) {
      training.solveUsers();
      training.solveVideos();
      progress.accept(
          String.format(
              Locale.ROOT, "epoch %d of %d: loss %.1f", epoch, config.epochs(), training.loss()));
    }
    training.solveUsers();
    return training.model();
  }
}
