package watchnext.model.neighbours;

import watchnext.dataset.Interactions;
import watchnext.math.TopK;

/**
 * The list of one video, in scratch memory that the next one takes over. Only videos met are looked
 * at and cleared, so that a list costs what its pairs cost, however long the catalogue is.
 * <i>Confined: one thread at a time.</i>
 */
final class NeighbourList {

  private final PairWeights pairs;
  private final double normalization;
  private final float[] together;
  private final int[] met;
  private final TopK best;
  private final int[] ordinals;
  private final float[] similarities;

  NeighbourList(PairWeights pairs, NeighboursConfig config) {
    this.pairs = pairs;
    this.normalization = config.normalization();
    int videos = pairs.byVideo().rows();
    int most = Math.min(config.neighbours(), videos);
    this.together = new float[videos];
    this.met = new int[videos];
    this.best = new TopK(most);
    this.ordinals = new int[most];
    this.similarities = new float[most];
  }

  /**
   * Finds the best of {@code owner}.
   *
   * @return how many there are
   */
  int fill(int owner) {
    int count = count(owner);
    for (int m = 0; m < count; m++) {
      int other = met[m];
      if (other != owner) {
        best.offer(other, pairs.similarity(owner, other, together[other]));
      }
      together[other] = 0;
    }
    int found = best.drain(ordinals, similarities);
    normalize(found);
    return found;
  }

  /** Sums over the users of {@code owner}; returns how many videos were met. */
  private int count(int owner) {
    Interactions byUser = pairs.byUser();
    Interactions byVideo = pairs.byVideo();
    int count = 0;
    for (int p = byVideo.start(owner); p < byVideo.end(owner); p++) {
      int user = byVideo.column(p);
      float weight = pairs.ofUser(user);
      for (int q = byUser.start(user); q < byUser.end(user); q++) {
        int other = byUser.column(q);
        if (together[other] == 0) {
          met[count++] = other;
        }
        together[other] += weight;
      }
    }
    return count;
  }

  private void normalize(int found) {
    double sum = 0;
    for (int i = 0; i < found; i++) {
      sum += similarities[i];
    }
    double divisor = Math.pow(sum, normalization);
    for (int i = 0; i < found; i++) {
      similarities[i] = (float) (similarities[i] / divisor);
    }
  }

  /** The videos found by the last {@link #fill}, best first; not to be kept. */
  int[] ordinals() {
    return ordinals;
  }

  /** Their similarities, divided by (their sum)^c; not to be kept. */
  float[] similarities() {
    return similarities;
  }
}
