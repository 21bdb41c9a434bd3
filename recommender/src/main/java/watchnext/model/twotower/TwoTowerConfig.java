package watchnext.model.twotower;

import watchnext.require.Require;

/**
 * Settings of the two-tower model and its training, in groups. <i>Immutable.</i>
 *
 * @param dimension length of the vectors
 * @param hiddenUnits width of the hidden layer of each tower; 0 for towers without one, which then
 *     see ids, content and history only, and train without a native call
 * @param history how a user's history is pooled
 * @param userIds whether a user has a vector of their own beside the history
 * @param softmax the loss
 * @param guards what is left out and what shrinks
 * @param descent epochs, batches, rates, threads
 * @param newVideoLift length of the step towards the mean user that a video which training never
 *     met takes before its vector gets length 1 again. Its content says whom it is for; that it is
 *     new, and so more watched than old videos of its kind that few cared for, is not in the
 *     content
 * @param popularity weight that serving gives the logarithm of a video's watches beside the logit,
 *     see {@link PopularityOffsets}; training does not know of it. 0 for the cosine alone
 */
public record TwoTowerConfig(
    int dimension,
    int hiddenUnits,
    HistoryConfig history,
    UserIdConfig userIds,
    SoftmaxConfig softmax,
    GuardConfig guards,
    DescentConfig descent,
    double newVideoLift,
    double popularity) {

  /** Checks the ranges. */
  public TwoTowerConfig {
    Require.atLeast("dimension", dimension, 2);
    Require.atLeast("hiddenUnits", hiddenUnits, 0);
    Require.that(
        newVideoLift >= 0 && newVideoLift < Double.POSITIVE_INFINITY,
        "newVideoLift must be 0 or more and finite, was %s",
        newVideoLift);
    Require.that(
        popularity >= 0 && popularity < Double.POSITIVE_INFINITY,
        "popularity must be 0 or more and finite, was %s",
        popularity);
  }

  /** What the demo uses. */
  public static TwoTowerConfig defaults() {
    return new TwoTowerConfig(
        64,
        64,
        HistoryConfig.defaults(),
        UserIdConfig.OFF,
        SoftmaxConfig.defaults(),
        GuardConfig.defaults(),
        DescentConfig.defaults(),
        0,
        0);
  }

  /** The same with another length of vectors and width of the hidden layers. */
  public TwoTowerConfig withShape(int newDimension, int newHiddenUnits) {
    return new TwoTowerConfig(
        newDimension,
        newHiddenUnits,
        history,
        userIds,
        softmax,
        guards,
        descent,
        newVideoLift,
        popularity);
  }

  /** The same with another pooling of histories. */
  public TwoTowerConfig withHistory(HistoryConfig value) {
    return new TwoTowerConfig(
        dimension, hiddenUnits, value, userIds, softmax, guards, descent, newVideoLift, popularity);
  }

  /** The same with other vectors of users. */
  public TwoTowerConfig withUserIds(UserIdConfig value) {
    return new TwoTowerConfig(
        dimension, hiddenUnits, history, value, softmax, guards, descent, newVideoLift, popularity);
  }

  /** The same with another loss. */
  public TwoTowerConfig withSoftmax(SoftmaxConfig value) {
    return new TwoTowerConfig(
        dimension, hiddenUnits, history, userIds, value, guards, descent, newVideoLift, popularity);
  }

  /** The same with other guards against overfitting. */
  public TwoTowerConfig withGuards(GuardConfig value) {
    return new TwoTowerConfig(
        dimension,
        hiddenUnits,
        history,
        userIds,
        softmax,
        value,
        descent,
        newVideoLift,
        popularity);
  }

  /** The same with another way down. */
  public TwoTowerConfig withDescent(DescentConfig value) {
    return new TwoTowerConfig(
        dimension, hiddenUnits, history, userIds, softmax, guards, value, newVideoLift, popularity);
  }

  /** The same with another number of epochs and rows of a step. */
  public TwoTowerConfig withPasses(int epochs, int batchSize) {
    return withDescent(descent.withPasses(epochs, batchSize));
  }

  /** The same with another lift of new videos. */
  public TwoTowerConfig withNewVideoLift(double value) {
    return new TwoTowerConfig(
        dimension, hiddenUnits, history, userIds, softmax, guards, descent, value, popularity);
  }

  /** The same with another weight of popularity. */
  public TwoTowerConfig withPopularity(double value) {
    return new TwoTowerConfig(
        dimension, hiddenUnits, history, userIds, softmax, guards, descent, newVideoLift, value);
  }
}
