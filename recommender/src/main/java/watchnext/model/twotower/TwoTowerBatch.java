package watchnext.model.twotower;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import watchnext.catalog.Context;
import watchnext.dataset.NextWatchExamples;
import watchnext.math.Matrix;

/**
 * The rows of one step, written out: which videos are its columns, which videos and weights make
 * each history, which columns are masked in which row. Column {@code i} below {@code rows} is the
 * positive of row {@code i}; the columns after are negatives drawn uniformly.
 *
 * <p>Videos are local numbers of {@link SharedEmbeddings}. <i>Confined: one thread at a time.</i>
 */
final class TwoTowerBatch {

  private final TwoTowerData data;
  private final TwoTowerConfig config;
  private final NegativePool negativePool;
  private final int rows;
  private final int[] columnVideos;
  private final int[] columnLocals;
  private final boolean[] idDropped;
  private final int[] historyOffsets;
  private int[] historyLocals = new int[4096];
  private float[] historyWeights = new float[4096];
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
    this.idDropped = new boolean[columns];
    this.nextColumn = new int[columns];
    this.historyOffsets = new int[rows + 1];
    this.maskOffsets = new int[rows + 1];
  }

  int rows() {
    return rows;
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
      columnLocals[column] = embeddings.add(columnVideos[column]);
      idDropped[column] = random.nextDouble() < config.idDropout();
    }
    for (int i = 0; i < rows; i++) {
      historyOffsets[i + 1] = addHistory(order[from + i], historyOffsets[i], embeddings, random);
    }
    mask(embeddings.size());
  }

  /** Appends the history of an example from {@code start} on; returns where it ends. */
  private int addHistory(
      int example, int start, SharedEmbeddings embeddings, RandomGenerator random) {
    NextWatchExamples examples = data.examples();
    HistoryConfig history = config.history();
    int end = examples.historyEnd(example);
    int first = Math.max(examples.historyStart(example), end - history.length());
    if (start + history.length() > historyLocals.length) {
      historyLocals = Arrays.copyOf(historyLocals, historyLocals.length * 2 + history.length());
      historyWeights = Arrays.copyOf(historyWeights, historyLocals.length);
    }
    int used = start;
    float sum = 0;
    for (int j = end - 1; j >= first; j--) {
      // Where watches have no order, the history holds the positive too: it must not see itself.
      boolean kept =
          examples.historyVideo(j) != examples.video(example)
              && (config.historyDropout() == 0
                  || random.nextDouble() >= config.historyDropout());
      if (kept) {
        long age = examples.historyEpochSecond(end - 1) - examples.historyEpochSecond(j);
        float weight = history.weight(end - 1 - j, age);
        historyLocals[used] = embeddings.add(examples.historyVideo(j));
        historyWeights[used++] = weight;
        sum += weight;
      }
    }
    for (int k = start; k < used; k++) {
      historyWeights[k] /= sum;
    }
    return used;
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
        for (int k = historyOffsets[i]; k < historyOffsets[i + 1]; k++) {
          maskVideo(i, historyLocals[k]);
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
    NextWatchExamples examples = data.examples();
    int side = config.dimension() + data.attributes().width();
    for (int i = 0; i < rows; i++) {
      int example = order[from + i];
      int at = input.offset(i);
      embeddings.addRepresentations(
          historyLocals,
          historyWeights,
          historyOffsets[i],
          historyOffsets[i + 1],
          input.data(),
          at);
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

  /** Writes the video tower's inputs: representation, or content alone, and dense values. */
  void writeVideos(SharedEmbeddings embeddings, Matrix input) {
    Arrays.fill(input.data(), 0);
    for (int column = 0; column < columns(); column++) {
      int at = input.offset(column);
      if (idDropped[column]) {
        embeddings.addContent(columnLocals[column], input.data(), at);
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
    for (int i = 0; i < rows; i++) {
      embeddings.addGradients(
          historyLocals,
          historyWeights,
          historyOffsets[i],
          historyOffsets[i + 1],
          users.data(),
          users.offset(i));
    }
    for (int column = 0; column < columns(); column++) {
      int at = videos.offset(column);
      if (idDropped[column]) {
        embeddings.addContentGradient(columnLocals[column], videos.data(), at);
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
      for (int column = 0; column < columns(); column++) {
        double sampled = rows * frequencies.probability(columnVideos[column]);
        double drawn =
            config.softmax().mixedNegatives() * negativePool.probability(columnVideos[column]);
        logCounts[column] = (float) Math.log(sampled + drawn);
      }
    }
    return new SampledSoftmax.Corrections(logCounts, logQ == LogQ.ALL, maskOffsets, maskColumns);
  }
}
