package watchnext.model.ranker;

import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Hands out the training rows batch by batch, in an order drawn anew for each pass. <i>Confined:
 * one thread at a time.</i>
 */
final class BatchFeed {

  private final RankerRows rows;
  private final Standardizer standardizer;
  private final RandomGenerator random;
  private final int[] order;
  private final NativeNetwork.Batch full;
  private final NativeNetwork.Batch rest;

  BatchFeed(RankerRows rows, Standardizer standardizer, int batchSize, RandomGenerator random) {
    this.rows = rows;
    this.standardizer = standardizer;
    this.random = random;
    this.order = new int[rows.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    int size = Math.min(batchSize, rows.size());
    int remainder = rows.size() % size;
    this.full = new NativeNetwork.Batch(size, rows.width());
    this.rest = remainder == 0 ? full : new NativeNetwork.Batch(remainder, rows.width());
  }

  /** Passes all rows to {@code step}; answers the mean of what it answers, a row counting once. */
  double pass(ToDoubleFunction<NativeNetwork.Batch> step) {
    shuffle();
    double sum = 0;
    int from = 0;
    while (from < order.length) {
      NativeNetwork.Batch batch = order.length - from >= full.rows() ? full : rest;
      fill(batch, from);
      sum += step.applyAsDouble(batch) * batch.rows();
      from += batch.rows();
    }
    return sum / order.length;
  }

  /** Fisher and Yates. */
  private void shuffle() {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int row = order[i];
      order[i] = order[j];
      order[j] = row;
    }
  }

  private void fill(NativeNetwork.Batch batch, int from) {
    int width = rows.width();
    float[] x = new float[batch.rows() * width];
    float[] z = new float[batch.rows() * width];
    float[] labels = new float[batch.rows() * Action.COUNT];
    float[] known = new float[batch.rows() * Action.COUNT];
    for (int i = 0; i < batch.rows(); i++) {
      int row = order[from + i];
      System.arraycopy(rows.features().data(), rows.features().offset(row), x, i * width, width);
      for (Action action : Action.values()) {
        float label = rows.label(row, action);
        int at = i * Action.COUNT + action.column();
        known[at] = Float.isNaN(label) ? 0 : 1;
        labels[at] = Float.isNaN(label) ? 0 : label;
      }
    }
    standardizer.apply(x, 0, batch.rows(), z);
    batch.fill(z, labels, known);
  }
}
