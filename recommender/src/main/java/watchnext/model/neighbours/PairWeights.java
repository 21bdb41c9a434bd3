package watchnext.model.neighbours;

import watchnext.dataset.Interactions;
import watchnext.model.neighbours.NeighboursConfig.Owner;

/**
 * What a pair of videos counts: |I_u|^−a for each user of both, over the powers of the two videos'
 * numbers of users. Shared by the lists of all threads. <i>Immutable.</i>
 */
final class PairWeights {

  private final Interactions byUser;
  private final Interactions byVideo;
  private final float[] users;
  private final double[] owners;
  private final double[] others;
  private final double shrinkage;

  PairWeights(Interactions watches, NeighboursConfig config) {
    this.byUser = watches;
    this.byVideo = watches.transposed();
    this.shrinkage = config.shrinkage();
    this.users = new float[byUser.rows()];
    for (int u = 0; u < users.length; u++) {
      users[u] = (float) Math.pow(byUser.count(u), -config.userExponent());
    }
    double[] watched = powers(1 - config.asymmetry());
    double[] candidates = powers(config.asymmetry());
    boolean isOfWatched = config.owner() == Owner.WATCHED;
    this.owners = isOfWatched ? watched : candidates;
    this.others = isOfWatched ? candidates : watched;
  }

  private double[] powers(double exponent) {
    double[] powers = new double[byVideo.rows()];
    for (int v = 0; v < powers.length; v++) {
      powers[v] = Math.pow(byVideo.count(v), exponent);
    }
    return powers;
  }

  Interactions byUser() {
    return byUser;
  }

  Interactions byVideo() {
    return byVideo;
  }

  float ofUser(int user) {
    return users[user];
  }

  /** s of the owner of a list and another video, {@code together} being the sum over users. */
  float similarity(int owner, int other, float together) {
    return (float) (together / (owners[owner] * others[other] + shrinkage));
  }
}
