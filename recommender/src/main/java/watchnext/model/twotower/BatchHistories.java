package watchnext.model.twotower;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import watchnext.dataset.NextWatchExamples;
import watchnext.math.Matrix;

/**
 * The histories of one batch: which videos make each and what they weigh, one after another in flat
 * arrays. Videos are local numbers of {@link SharedEmbeddings}. <i>Confined: one thread at a
 * time.</i>
 */
final class BatchHistories {

  private final NextWatchExamples examples;
  private final HistoryConfig config;
  private final double dropout;
  private final float[] placeWeights;
  private final int[] offsets;
  private int[] locals = new int[4096];
  private float[] weights = new float[4096];

  /** Room for the histories of {@code rows} rows. */
  BatchHistories(NextWatchExamples examples, TwoTowerConfig config, int rows) {
    this.examples = examples;
    this.config = config.history();
    this.dropout = config.guards().historyDropout();
    this.placeWeights = config.history().placeWeights();
    this.offsets = new int[rows + 1];
  }

  /** Takes the histories of the examples {@code order[from] …}. */
  void fill(int[] order, int from, SharedEmbeddings embeddings, RandomGenerator random) {
    for (int i = 0; i + 1 < offsets.length; i++) {
      offsets[i + 1] = add(order[from + i], offsets[i], embeddings, random);
    }
  }

  /** Appends the history of an example from {@code start} on; returns where it ends. */
  private int add(int example, int start, SharedEmbeddings embeddings, RandomGenerator random) {
    int end = examples.historyEnd(example);
    int first = Math.max(examples.historyStart(example), end - config.length());
    if (start + end - first > locals.length) {
      locals = Arrays.copyOf(locals, locals.length * 2 + end - first);
      weights = Arrays.copyOf(weights, locals.length);
    }
    int used = start;
    float sum = 0;
    for (int j = end - 1; j >= first; j--) {
      // Where watches have no order, the history holds the positive too: it must not see itself.
      boolean kept =
          examples.historyVideo(j) != examples.video(example)
              && (dropout == 0 || random.nextDouble() >= dropout);
      if (kept) {
        long age = examples.historyEpochSecond(end - 1) - examples.historyEpochSecond(j);
        float weight = config.weight(placeWeights[end - 1 - j], age);
        locals[used] = embeddings.add(examples.historyVideo(j));
        weights[used++] = weight;
        sum += weight;
      }
    }
    for (int k = start; k < used; k++) {
      weights[k] /= sum;
    }
    return used;
  }

  /** Where the history of row {@code i} begins; that of the row after it is where it ends. */
  int offset(int i) {
    return offsets[i];
  }

  /** The video at place {@code k}. */
  int local(int k) {
    return locals[k];
  }

  /** Adds the pooled history of each row to the row's input. */
  void pool(SharedEmbeddings embeddings, Matrix input) {
    for (int i = 0; i + 1 < offsets.length; i++) {
      int from = offsets[i];
      int to = offsets[i + 1];
      if (config.attention() > 0) {
        embeddings.attend(locals, weights, from, to, config.attention());
      }
      embeddings.addRepresentations(locals, weights, from, to, input.data(), input.offset(i));
    }
  }

  /** Hands the gradient of each row's input to the embeddings. */
  void backward(Matrix gradient, SharedEmbeddings embeddings) {
    for (int i = 0; i + 1 < offsets.length; i++) {
      int from = offsets[i];
      int to = offsets[i + 1];
      int at = gradient.offset(i);
      if (config.attention() > 0) {
        embeddings.addAttentionGradients(
            locals, weights, from, to, config.attention(), gradient.data(), at);
      }
      embeddings.addGradients(locals, weights, from, to, gradient.data(), at);
    }
  }
}
