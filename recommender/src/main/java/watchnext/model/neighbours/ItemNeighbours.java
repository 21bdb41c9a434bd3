package watchnext.model.neighbours;

import java.util.Arrays;
import watchnext.math.TopK;
import watchnext.require.Require;
import watchnext.tensor.Tensors;

/**
 * For each watched video the candidates like it, best first, with their similarities. A user is
 * scored by the sum over the videos watched, so a new watch counts at once and a score can be
 * explained by naming them. Made by {@link NeighboursTrainer}.
 *
 * <p>Rows lie end to end (CSR): 8 bytes a neighbour. Where lists were kept of each candidate, rows
 * are of unequal lengths: a popular video speaks for more candidates than N. <i>Immutable.</i>
 */
public final class ItemNeighbours {

  private final int[] offsets;
  private final int[] ordinals;
  private final float[] similarities;

  /**
   * Checks and keeps the arrays.
   *
   * @throws IllegalArgumentException when they do not belong together, an ordinal is out of range
   *     or a similarity not finite
   */
  private ItemNeighbours(int[] offsets, int[] ordinals, float[] similarities) {
    int videos = offsets.length - 1;
    Require.that(
        videos >= 0 && offsets[0] == 0 && offsets[videos] == ordinals.length,
        "offsets must run from 0 to %s, had %s values",
        ordinals.length,
        offsets.length);
    for (int v = 0; v < videos; v++) {
      Require.that(offsets[v] <= offsets[v + 1], "offsets must not descend, did at video %s", v);
    }
    for (int i = 0; i < ordinals.length; i++) {
      Require.that(
          ordinals[i] >= 0 && ordinals[i] < videos && Float.isFinite(similarities[i]),
          "neighbours must be in [0, %d) and finite, held %d with %f",
          videos,
          ordinals[i],
          similarities[i]);
    }
    this.offsets = offsets;
    this.ordinals = ordinals;
    this.similarities = similarities;
  }

  /** Lays rows end to end. */
  static ItemNeighbours of(int[][] neighbours, float[][] similarities) {
    int[] offsets = new int[neighbours.length + 1];
    for (int v = 0; v < neighbours.length; v++) {
      offsets[v + 1] = Math.addExact(offsets[v], neighbours[v].length);
    }
    int[] ordinals = new int[offsets[neighbours.length]];
    float[] values = new float[ordinals.length];
    for (int v = 0; v < neighbours.length; v++) {
      System.arraycopy(neighbours[v], 0, ordinals, offsets[v], neighbours[v].length);
      System.arraycopy(similarities[v], 0, values, offsets[v], neighbours[v].length);
    }
    return new ItemNeighbours(offsets, ordinals, values);
  }

  /** The same pairs with owners and neighbours exchanged, each row best first. */
  ItemNeighbours transposed() {
    int[] starts = new int[offsets.length];
    for (int ordinal : ordinals) {
      starts[ordinal + 1]++;
    }
    for (int v = 0; v < size(); v++) {
      starts[v + 1] += starts[v];
    }
    long[] entries = new long[ordinals.length];
    int[] next = starts.clone();
    for (int v = 0; v < size(); v++) {
      for (int i = offsets[v]; i < offsets[v + 1]; i++) {
        entries[next[ordinals[i]]++] = TopK.entry(v, similarities[i]);
      }
    }
    return sorted(starts, entries);
  }

  private static ItemNeighbours sorted(int[] starts, long[] entries) {
    int[] ordinals = new int[entries.length];
    float[] similarities = new float[entries.length];
    for (int v = 0; v + 1 < starts.length; v++) {
      Arrays.sort(entries, starts[v], starts[v + 1]);
      for (int i = starts[v]; i < starts[v + 1]; i++) {
        long entry = entries[starts[v] + starts[v + 1] - 1 - i];
        ordinals[i] = TopK.ordinal(entry);
        similarities[i] = TopK.score(entry);
      }
    }
    return new ItemNeighbours(starts, ordinals, similarities);
  }

  /** Number of videos. */
  public int size() {
    return offsets.length - 1;
  }

  /** Number of neighbours of {@code video}. */
  public int count(int video) {
    return offsets[video + 1] - offsets[video];
  }

  /** The neighbour of {@code video} at place {@code i}, 0 for the most similar. */
  public int neighbour(int video, int i) {
    return ordinals[offsets[video] + i];
  }

  /** How similar that neighbour is. */
  public float similarity(int video, int i) {
    return similarities[offsets[video] + i];
  }

  /**
   * The score of every video: Σ over the history of its similarity.
   *
   * @param history video ordinals; those beyond the model's videos are passed over
   * @param count how many of {@code history} are used
   * @param out receives one value a video, 0 for what is nobody's neighbour
   */
  public void score(int[] history, int count, float[] out) {
    Arrays.fill(out, 0, size(), 0f);
    for (int h = 0; h < count; h++) {
      if (history[h] < size()) {
        for (int i = offsets[history[h]]; i < offsets[history[h] + 1]; i++) {
          out[ordinals[i]] += similarities[i];
        }
      }
    }
  }

  /** The lists as named arrays. */
  public Tensors toTensors() {
    return Tensors.builder()
        .put("offsets", offsets, offsets.length)
        .put("ordinals", ordinals, ordinals.length)
        .put("similarities", similarities, similarities.length)
        .build();
  }

  /**
   * The lists that {@link #toTensors} wrote.
   *
   * @throws IllegalArgumentException when something is missing or does not belong together
   */
  public static ItemNeighbours of(Tensors tensors) {
    int[] ordinals = tensors.ints("ordinals", -1);
    return new ItemNeighbours(
        tensors.ints("offsets", -1), ordinals, tensors.floats("similarities", ordinals.length));
  }
}
