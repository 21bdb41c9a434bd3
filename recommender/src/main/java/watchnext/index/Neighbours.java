package watchnext.index;

import java.util.Arrays;
import java.util.function.IntPredicate;
import watchnext.math.TopK;

/**
 * The answer of a search: ordinals with their scores, best first.
 *
 * @param ordinals positions in the index
 * @param scores inner products, of the same length
 */
public record Neighbours(int[] ordinals, float[] scores) {

  /** Number of neighbours found. */
  public int size() {
    return ordinals.length;
  }

  /** The first {@code k} of those that a filter lets through, in the same order. */
  public Neighbours keep(IntPredicate eligible, int k) {
    int[] keptOrdinals = new int[Math.min(k, size())];
    float[] keptScores = new float[keptOrdinals.length];
    int kept = 0;
    for (int i = 0; i < size() && kept < keptOrdinals.length; i++) {
      if (eligible.test(ordinals[i])) {
        keptOrdinals[kept] = ordinals[i];
        keptScores[kept++] = scores[i];
      }
    }
    return new Neighbours(Arrays.copyOf(keptOrdinals, kept), Arrays.copyOf(keptScores, kept));
  }

  /** What a selection holds, which is empty afterwards. */
  static Neighbours drain(TopK best) {
    Neighbours result = new Neighbours(new int[best.size()], new float[best.size()]);
    best.drain(result.ordinals, result.scores);
    return result;
  }
}
