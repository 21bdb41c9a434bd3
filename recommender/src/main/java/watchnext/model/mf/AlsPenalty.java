package watchnext.model.mf;

import watchnext.require.Require;
import watchnext.settings.Setting;

/**
 * How long factors are penalised: a factor of a row with n observed pairs among N costs λ (n + β α₀
 * N)^ν times its squared length.
 *
 * <p>With β = 1 and ν = 1 the penalty grows with the row's share of the loss (Rendle et al., RecSys
 * 2022 [rendle2022]). Where there are many rows, α₀ N outweighs n and all factors are penalised
 * alike, whatever ν. With β = 0 it grows with the observed pairs alone (Zhou et al., AAIM 2008
 * [zhou2008], with ν = 1), so that videos of a few watches keep longer factors. <i>Immutable.</i>
 */
public record AlsPenalty(
    @Setting(meaning = "λ: weight of the penalty; validation tries others", range = "(0, inf)")
        double regularization,
    @Setting(
            meaning = "ν: 0 penalises all factors alike, 1 in proportion to the base",
            range = "[0, 1]")
        double frequencyExponent,
    @Setting(
            meaning = "β: how much of the unobserved pairs' weight counts in the base",
            range = "[0, 1]")
        double unobservedShare) {

  /** Checks the ranges. */
  public AlsPenalty {
    Require.positive("regularization", regularization);
    checkShare("frequencyExponent", frequencyExponent);
    checkShare("unobservedShare", unobservedShare);
  }

  /** In proportion to the row's share of the loss: ν = 1, β = 1. */
  public static AlsPenalty shareOfLoss(double regularization) {
    return new AlsPenalty(regularization, 1, 1);
  }

  /**
   * The penalty of one factor.
   *
   * @param observed n: pairs observed in its row
   * @param unobserved α₀ N: the weight of all pairs of the row
   */
  double of(int observed, double unobserved) {
    return regularization * Math.pow(observed + unobservedShare * unobserved, frequencyExponent);
  }

  private static void checkShare(String name, double value) {
    Require.within(name, value, 0, 1);
  }
}
