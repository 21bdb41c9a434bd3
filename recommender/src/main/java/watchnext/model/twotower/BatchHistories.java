package watchnext.model.twotower;

import java.util.random.RandomGenerator;
import watchnext.dataset.NextWatchExamples;
import watchnext.math.Matrix;

/**
 * The histories of one batch, a sparse matrix {@code H} of rows × entries of {@link
 * SharedEmbeddings}: which videos make each history and what they weigh. Pooled histories are
 * {@code H R} with {@code R} the representations. <i>Confined: one thread at a time; {@link #pool}
 * may run for several rows at once.</i>
 */
final class BatchHistories {

  private final NextWatchExamples examples;
  private final HistoryConfig config;
  private final double dropout;
  private final float[] placeWeights;
  private final int rows;
  private final SparseRows entries = new SparseRows();

  /** Room for the histories of {@code rows} rows. */
  BatchHistories(NextWatchExamples examples, TwoTowerConfig config, int rows) {
    this.examples = examples;
    this.config = config.history();
    this.dropout = config.guards().historyDropout();
    this.placeWeights = config.history().placeWeights();
    this.rows = rows;
  }

  /** Takes the histories of the examples {@code order[from] …}. */
  void fill(int[] order, int from, SharedEmbeddings embeddings, RandomGenerator random) {
    entries.clear();
    for (int i = 0; i < rows; i++) {
      add(order[from + i], random);
      entries.endRow();
      normalize(i);
    }
    embeddings.addAll(entries);
  }

  /** Appends the history of an example, the latest watch first. */
  private void add(int example, RandomGenerator random) {
    int end = examples.historyEnd(example);
    int first = Math.max(examples.historyStart(example), end - config.length());
    for (int j = end - 1; j >= first; j--) {
      // Where watches have no order, the history holds the positive too: it must not see itself.
      boolean kept =
          examples.historyVideo(j) != examples.video(example)
              && (dropout == 0 || random.nextDouble() >= dropout);
      if (kept) {
        long age = examples.historyEpochSecond(end - 1) - examples.historyEpochSecond(j);
        entries.put(examples.historyVideo(j), config.weight(placeWeights[end - 1 - j], age));
      }
    }
  }

  private void normalize(int i) {
    float[] weights = entries.values();
    float sum = 0;
    for (int k = entries.start(i); k < entries.end(i); k++) {
      sum += weights[k];
    }
    for (int k = entries.start(i); k < entries.end(i); k++) {
      weights[k] /= sum;
    }
  }

  /** Where the history of row {@code i} begins; that of the row after it is where it ends. */
  int offset(int i) {
    return entries.start(i);
  }

  /** The entry at place {@code k}. */
  int entry(int k) {
    return entries.column(k);
  }

  /** Adds the pooled history of row {@code i} to its input. */
  void pool(int i, SharedEmbeddings embeddings, Matrix input) {
    embeddings.pool(entries, i, input.data(), input.offset(i));
  }

  /**
   * Sets the gradients of the embeddings.
   *
   * @param gradient of the pooled histories, rows × d
   */
  void backward(Matrix gradient, SharedEmbeddings embeddings) {
    embeddings.setGradients(entries, gradient.data());
  }
}
