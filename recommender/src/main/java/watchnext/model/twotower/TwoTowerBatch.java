package watchnext.model.twotower;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import watchnext.catalog.Context;
import watchnext.dataset.NextWatchExamples;
import watchnext.math.Matrix;

/**
 * The rows of one step, written out: which videos are its columns, which make each history, which
 * columns are masked in which row. Column {@code i} below {@code rows} is the positive of row
 * {@code i}; after these come negatives drawn uniformly, then hard ones.
 *
 * <p>Videos are local numbers of {@link SharedEmbeddings}. <i>Confined: one thread at a time.</i>
 */
final class TwoTowerBatch {

  private final TwoTowerData data;
  private final TwoTowerConfig config;
  private final NegativePool negativePool;
  private final int rows;
  private final int hard;
  private final int[] columnVideos;
  private final int[] columnLocals;
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
    this.hard = Math.min(rows, config.softmax().hardNegatives());
    int columns = rows + config.softmax().mixedNegatives() + hard;
    this.columnVideos = new int[columns];
    this.columnLocals = new int[columns];
    this.idDropped = new boolean[columns];
    this.nextColumn = new int[columns];
    this.histories = new BatchHistories(data.examples(), config, rows);
    this.maskOffsets = new int[rows + 1];
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columnVideos.length;
  }

  /**
   * Takes the examples {@code order[from] … order[from + rows]}.
   *
   * @param hardNegatives asked for a video near the positive of each of the first rows
   */
  void fill(
      int[] order,
      int from,
      SharedEmbeddings embeddings,
      HardNegatives hardNegatives,
      RandomGenerator random) {
    embeddings.clear();
    int drawn = columns() - hard;
    for (int column = 0; column < drawn; column++) {
      columnVideos[column] =
          column < rows ? data.examples().video(order[from + column]) : negativePool.draw(random);
    }
    if (hard > 0) {
      int[] positives = Arrays.copyOf(columnVideos, hard);
      int[] near = hardNegatives.draw(embeddings, positives, random);
      System.arraycopy(near, 0, columnVideos, drawn, hard);
    }
    for (int column = 0; column < columns(); column++) {
      columnLocals[column] = embeddings.add(columnVideos[column]);
      idDropped[column] = random.nextDouble() < config.guards().idDropout();
    }
    histories.fill(order, from, embeddings, random);
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
      if (config.softmax().maskHistory()) {
        for (int k = histories.offset(i); k < histories.offset(i + 1); k++) {
          maskVideo(i, histories.local(k));
        }
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
    Arrays.fill(input.data(), 0);
    histories.pool(embeddings, input);
    NextWatchExamples examples = data.examples();
    int side = config.dimension() + data.attributes().width();
    for (int i = 0; i < rows; i++) {
      int example = order[from + i];
      int at = input.offset(i);
      long now = examples.epochSecond(example);
      data.attributes()
          .encode(
              data.catalog().user(examples.user(example)),
              Context.at(now),
              input.data(),
              at + config.dimension());
      int size = examples.historyEnd(example) - examples.historyStart(example);
      long last = size == 0 ? now : examples.historyEpochSecond(examples.historyEnd(example) - 1);
      TwoTower.historyValues(size, now - last, input.data(), at + side);
    }
  }

  /** Writes the video tower's inputs: representation, with or without the id, and dense values. */
  void writeVideos(SharedEmbeddings embeddings, Matrix input) {
    Arrays.fill(input.data(), 0);
    for (int column = 0; column < columns(); column++) {
      int at = input.offset(column);
      if (idDropped[column]) {
        embeddings.addUnknown(columnLocals[column], input.data(), at);
      } else {
        embeddings.addRepresentation(columnLocals[column], input.data(), at);
      }
      for (int i = 0; i < data.content().denseWidth(); i++) {
        float value = data.content().dense(columnVideos[column], i);
        input.data()[at + config.dimension() + i] = value;
      }
    }
  }

  /** Hands the gradients of both towers' inputs to the embeddings. */
  void backward(Matrix users, Matrix videos, SharedEmbeddings embeddings) {
    histories.backward(users, embeddings);
    for (int column = 0; column < columns(); column++) {
      int at = videos.offset(column);
      if (idDropped[column]) {
        embeddings.addUnknownGradient(columnLocals[column], videos.data(), at);
      } else {
        embeddings.addGradient(columnLocals[column], videos.data(), at);
      }
    }
    embeddings.backward();
  }

  /** What the loss must know beside the vectors. */
  SampledSoftmax.Corrections corrections(FrequencyEstimator frequencies) {
    float[] logCounts = new float[columns()];
    LogQ logQ = config.softmax().logQ();
    if (logQ != LogQ.NONE) {
      // A hard negative is there for its own sake, not as a sample of others: its count is 1.
      for (int column = 0; column < columns() - hard; column++) {
        double sampled = rows * frequencies.probability(columnVideos[column]);
        double drawn =
            config.softmax().mixedNegatives() * negativePool.probability(columnVideos[column]);
        logCounts[column] = (float) Math.log(sampled + drawn);
      }
    }
    return new SampledSoftmax.Corrections(logCounts, logQ == LogQ.ALL, maskOffsets, maskColumns);
  }
}
