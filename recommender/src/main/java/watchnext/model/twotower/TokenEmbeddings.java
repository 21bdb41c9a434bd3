package watchnext.model.twotower;

import java.util.Arrays;
import java.util.BitSet;
import java.util.random.RandomGenerator;
import watchnext.feature.content.VideoContent;
import watchnext.math.ParallelRanges;

/**
 * What both towers learn of the words, tags and creators of videos: an embedding of each content
 * token, and in a last row one that stands for the id that a new video does not have yet.
 *
 * <p>The contents of a step are a sparse matrix {@code C} of entries × tokens, {@code 1 / tokens of
 * the video} where a video has a token: content embeddings are {@code C T}, and the gradient of
 * {@code T} is {@code Cᵀ} times theirs. Only the tokens that the step met get a gradient.
 * <i>Confined: one thread at a time, which may set others to work.</i>
 */
final class TokenEmbeddings {

  private static final int BLOCK = 128;

  private final VideoContent content;
  private final int dimension;
  private final int threads;
  private final EmbeddingTable table;
  private final LocalIndex index;
  private final SparseRows contents = new SparseRows();
  private final SparseRows entriesOfToken = new SparseRows();

  /** What {@link #fetch} read, summed: it says nothing, but keeps compilers from not reading. */
  int fetched;

  /**
   * Fresh embeddings of the {@link #common} tokens; the others are zeros and stay so.
   *
   * @param seen whether training meets a video, by ordinal
   */
  TokenEmbeddings(
      VideoContent all,
      boolean[] seen,
      int dimension,
      int threads,
      double deviation,
      RandomGenerator random) {
    BitSet common = common(all, seen);
    this.content = all.keeping(common);
    this.dimension = dimension;
    this.threads = threads;
    this.table = new EmbeddingTable(content.buckets() + 1, dimension, deviation, random);
    this.index = new LocalIndex(table.rows());
    for (int token = 0; token < content.buckets(); token++) {
      if (!common.get(token)) {
        table.clear(token);
      }
    }
  }

  /**
   * The tokens that tell something of a video beyond itself: those of at least two videos that
   * training meets. A word of one title alone would become a second id of that video, learnt in
   * place of what the other tokens could say; and a word that training never met would give a new
   * video an embedding that nothing has moved.
   *
   * @param seen whether training meets a video, by ordinal
   */
  static BitSet common(VideoContent content, boolean[] seen) {
    int[] latest = new int[content.buckets()];
    BitSet met = new BitSet();
    BitSet common = new BitSet();
    for (int video = 0; video < seen.length; video++) {
      for (int i = 0; seen[video] && i < content.tokenCount(video); i++) {
        int token = content.token(video, i);
        // A token that a video has twice is met once.
        if (met.get(token) && latest[token] != video) {
          common.set(token);
        }
        met.set(token);
        latest[token] = video;
      }
    }
    return common;
  }

  /**
   * Lists the tokens of a step's entries.
   *
   * @param videos the video of each entry
   * @param idRows a negative number for an entry without an id
   */
  void list(int[] videos, int[] idRows, int entries) {
    contents.clear();
    index.clear();
    int[] counts = new int[entries];
    for (int e = 0; e < entries; e++) {
      counts[e] = content.tokenCount(videos[e]);
    }
    fetch(videos, counts, entries);
    for (int e = 0; e < entries; e++) {
      float weight = 1f / counts[e];
      for (int i = 0; i < counts[e]; i++) {
        contents.put(content.token(videos[e], i), weight);
      }
      if (idRows[e] < 0) {
        contents.put(content.buckets(), 1);
      }
      contents.endRow();
    }
  }

  /**
   * Reads the first and the last token of each entry: most lie outside the caches, and in a loop as
   * short as this one the processor waits for a dozen of them at a time.
   */
  private void fetch(int[] videos, int[] counts, int entries) {
    int sum = 0;
    for (int e = 0; e < entries; e++) {
      int last = counts[e] - 1;
      sum += last < 0 ? 0 : content.token(videos[e], 0) + content.token(videos[e], last);
    }
    fetched = sum;
  }

  /** {@code out += content embedding} of an entry, between {@link #list} and {@link #backward}. */
  void addTo(int entry, float[] out, int offset) {
    contents.addProduct(entry, table.weights(), out, offset, dimension);
  }

  /** Lists, for each token of the step, the entries that have it; then {@link #update}. */
  void backward() {
    contents.renumber(index);
    entriesOfToken.transpose(contents, index.size());
  }

  /**
   * Moves the rows that this step met, each as soon as its gradient is summed: gradients of all
   * tokens together would not fit into the cache.
   *
   * @param contentGradients gradients of the content embeddings, entries × d
   */
  void update(float[] contentGradients, double rate) {
    ParallelRanges.run(
        index.size(),
        BLOCK,
        threads,
        () -> {
          float[] gradients = new float[BLOCK * dimension];
          return (from, to) -> {
            Arrays.fill(gradients, 0);
            for (int token = from; token < to; token++) {
              int at = (token - from) * dimension;
              entriesOfToken.addProduct(token, contentGradients, gradients, at, dimension);
            }
            table.update(index.members(), from, to, gradients, 0, rate);
          };
        });
  }

  /** {@code out += content embedding} of any video, and if it has no id what stands for that. */
  void represent(int video, boolean hasId, float[] out, int offset) {
    int count = content.tokenCount(video);
    for (int i = 0; i < count; i++) {
      table.addTo(content.token(video, i), 1f / count, out, offset);
    }
    if (!hasId) {
      table.addTo(content.buckets(), 1, out, offset);
    }
  }

  EmbeddingTable table() {
    return table;
  }

  /** Gradient of the embedding of {@code token} in this step, for tests. */
  float[] gradient(int token, float[] contentGradients) {
    float[] gradient = new float[dimension];
    entriesOfToken.addProduct(index.add(token), contentGradients, gradient, 0, dimension);
    return gradient;
  }
}
