package watchnext.model.twotower;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import watchnext.math.Matrix;
import watchnext.math.ParallelRanges;

/**
 * The rows of one step, written out: which videos are its columns, which make each history, which
 * columns are masked in which row. Column {@code i} below {@code rows} is the positive of row
 * {@code i}; after these come negatives drawn uniformly.
 *
 * <p>Videos are entries of {@link SharedEmbeddings}. <i>Confined: one thread at a time.</i>
 */
final class TwoTowerBatch {

  private static final int BLOCK = 128;

  private final TwoTowerData data;
  private final TwoTowerConfig config;
  private final NegativePool negativePool;
  private final int rows;
  private final int[] columnVideos;
  private final int[] columnLocals;
  private final int[] columnEntries;
  private final boolean[] idDropped;
  private final BatchHistories histories;
  private final int[] maskOffsets;
  private int[] maskColumns = new int[4096];
  private int[] firstColumn = new int[4096];
  private final int[] nextColumn;

  /**
   * Room for batches of {@code rows} rows.
   *
   * @param negativePool videos from which the uniform negatives are drawn
   */
  TwoTowerBatch(TwoTowerData data, TwoTowerConfig config, NegativePool negativePool, int rows) {
    this.data = data;
    this.config = config;
    this.negativePool = negativePool;
    this.rows = rows;
    int columns = rows + config.softmax().mixedNegatives();
    this.columnVideos = new int[columns];
    this.columnLocals = new int[columns];
    this.columnEntries = new int[columns];
    this.idDropped = new boolean[columns];
    this.nextColumn = new int[columns];
    this.histories = new BatchHistories(data.examples(), config, rows);
    this.maskOffsets = new int[rows + 1];
  }

  int columns() {
    return columnVideos.length;
  }

  /** Takes the examples {@code order[from] … order[from + rows]}. */
  void fill(int[] order, int from, SharedEmbeddings embeddings, RandomGenerator random) {
    embeddings.clear();
    for (int column = 0; column < columns(); column++) {
      columnVideos[column] =
          column < rows ? data.examples().video(order[from + column]) : negativePool.draw(random);
    }
    for (int column = 0; column < columns(); column++) {
      columnLocals[column] = embeddings.add(columnVideos[column]);
      idDropped[column] = random.nextDouble() < config.guards().idDropout();
    }
    histories.fill(order, from, embeddings, random);
    for (int column = 0; column < columns(); column++) {
      columnEntries[column] =
          idDropped[column] ? embeddings.addWithoutId(columnVideos[column]) : columnLocals[column];
    }
    mask(embeddings.size());
  }

  /** Lists, row by row, the columns that must not count as negatives. */
  private void mask(int locals) {
    if (firstColumn.length < locals) {
      firstColumn = new int[locals * 2];
    }
    Arrays.fill(firstColumn, 0, locals, -1);
    for (int column = columns() - 1; column >= 0; column--) {
      nextColumn[column] = firstColumn[columnLocals[column]];
      firstColumn[columnLocals[column]] = column;
    }
    for (int i = 0; i < rows; i++) {
      maskOffsets[i + 1] = maskOffsets[i];
      maskVideo(i, columnLocals[i]);
      for (int k = histories.offset(i); k < histories.offset(i + 1); k++) {
        maskVideo(i, histories.entry(k));
      }
    }
  }

  private void maskVideo(int row, int local) {
    for (int column = firstColumn[local]; column >= 0; column = nextColumn[column]) {
      if (column != row) {
        int at = maskOffsets[row + 1]++;
        if (at == maskColumns.length) {
          maskColumns = Arrays.copyOf(maskColumns, at * 2);
        }
        maskColumns[at] = column;
      }
    }
  }

  /** Writes the user tower's inputs: pooled history, attributes, size and age of the history. */
  void writeUsers(int[] order, int from, SharedEmbeddings embeddings, Matrix input) {
    ParallelRanges.run(
        rows,
        BLOCK,
        config.threads(),
        () ->
            (first, end) -> {
              for (int i = first; i < end; i++) {
                int at = input.offset(i);
                Arrays.fill(input.data(), at, at + config.dimension(), 0);
                histories.pool(i, embeddings, input);
                data.writeSide(order[from + i], input.data(), at + config.dimension());
              }
            });
  }

  /** Writes the video tower's inputs: representation, with or without the id, and dense values. */
  void writeVideos(SharedEmbeddings embeddings, Matrix input) {
    for (int column = 0; column < columns(); column++) {
      int at = input.offset(column);
      embeddings.copyTo(columnEntries[column], input.data(), at);
      for (int i = 0; i < data.content().denseWidth(); i++) {
        float value = data.content().dense(columnVideos[column], i);
        input.data()[at + config.dimension() + i] = value;
      }
    }
  }

  /** Hands the gradients of both towers' inputs, of length d each, to the embeddings. */
  void backward(Matrix users, Matrix videos, SharedEmbeddings embeddings) {
    histories.backward(users, embeddings);
    for (int column = 0; column < columns(); column++) {
      embeddings.addGradient(columnEntries[column], videos.data(), videos.offset(column));
    }
    embeddings.backward();
  }

  /** What the loss must know beside the vectors. */
  SampledSoftmax.Corrections corrections(FrequencyEstimator frequencies) {
    float[] logCounts = new float[columns()];
    if (config.softmax().logQ()) {
      for (int column = 0; column < columns(); column++) {
        double sampled = rows * frequencies.probability(columnVideos[column]);
        double drawn =
            config.softmax().mixedNegatives() * negativePool.probability(columnVideos[column]);
        logCounts[column] = (float) Math.log(sampled + drawn);
      }
    }
    return new SampledSoftmax.Corrections(logCounts, maskOffsets, maskColumns);
  }
}
