package watchnext.index;

import java.util.function.IntPredicate;
import watchnext.tensor.Tensors;

/**
 * An index that is built once, saved, and searched until the next is built. Vectors cannot be
 * added; {@link LiveIndex} takes those that come meanwhile.
 *
 * <p>All kinds can be asked for more or less effort. A unit of {@code ef} is about as much work in
 * each: an entry of a graph's beam, or {@link CellIndex#VECTORS_PER_EF} vectors scanned.
 * <i>Thread-safe for searching.</i>
 */
public sealed interface FrozenIndex extends VectorIndex
    permits ExactIndex, FrozenHnswIndex, CellIndex {

  /** Effort of a search that does not name its own. */
  int ef();

  @Override
  default Neighbours search(float[] query, int k) {
    return search(query, k, ef());
  }

  @Override
  default Neighbours search(float[] query, int k, IntPredicate eligible) {
    return search(query, k, ef(), eligible);
  }

  /**
   * Searches with an effort of its own.
   *
   * @param ef effort, at least 1; exact search has no use for it
   */
  default Neighbours search(float[] query, int k, int ef) {
    return search(query, k, ef, Searches.ALL);
  }

  /** As above, among the ordinals that a filter lets through. */
  Neighbours search(float[] query, int k, int ef, IntPredicate eligible);

  /** The index as named arrays, for a snapshot. */
  Tensors toTensors();

  /** Bytes of the arrays. */
  long bytes();

  /**
   * An index from what {@link #toTensors} gave.
   *
   * @throws IllegalArgumentException when the arrays are not those of an index
   */
  static FrozenIndex fromTensors(Tensors tensors) {
    String kind = tensors.setting(FrozenIndexFile.KIND);
    return switch (kind) {
      case FrozenIndexFile.HNSW -> FrozenHnswIndex.fromTensors(tensors);
      case FrozenIndexFile.CELLS -> CellIndex.fromTensors(tensors);
      case FrozenIndexFile.EXACT -> ExactIndex.fromTensors(tensors);
      default ->
          throw new IllegalArgumentException(
              "an index must be \"hnsw\", \"cells\" or \"exact\", was \"" + kind + "\"");
    };
  }
}
