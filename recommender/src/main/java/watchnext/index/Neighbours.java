package watchnext.index;

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
}
