package watchnext.model.twotower;

import watchnext.require.Require;

/**
 * Whether a user has a vector of their own beside the history. <i>Immutable.</i>
 *
 * @param learnt whether training learns a vector for each user id
 * @param dropout probability that a row goes without its user's vector, so that history alone
 *     learns to stand in for it: what a user whom training never met will be served by
 * @param rateShare step size of these vectors as a share of that of the embedding tables
 */
public record UserIdConfig(boolean learnt, double dropout, double rateShare) {

  /** No user has a vector of their own. */
  public static final UserIdConfig OFF = new UserIdConfig(false, 0, 1);

  /**
   * Vectors that a third of the rows go without, and that move slowly: a user has few rows, and at
   * the rate of the tables their vector learns them by heart.
   */
  public static final UserIdConfig LEARNT = new UserIdConfig(true, 0.3, 0.03);

  /** Checks the ranges. */
  public UserIdConfig {
    Require.that(dropout >= 0 && dropout < 1, "user id dropout must be in [0, 1), was %s", dropout);
    Require.that(
        rateShare > 0 && rateShare <= 10, "rateShare must be in (0, 10], was %s", rateShare);
  }

  /** The same with another share of rows left without. */
  public UserIdConfig withDropout(double value) {
    return new UserIdConfig(learnt, value, rateShare);
  }

  /** The same with another rate. */
  public UserIdConfig withRateShare(double value) {
    return new UserIdConfig(learnt, dropout, value);
  }
}
