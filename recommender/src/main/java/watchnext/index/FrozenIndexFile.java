package watchnext.index;

import java.io.IOException;
import java.nio.file.Path;
import watchnext.math.TensorFile;
import watchnext.math.Tensors;

/**
 * An index that stands still in a file of its own, in the format of {@link TensorFile}; the setting
 * {@code index} says which kind it is.
 *
 * <p>Loading checks the file byte by byte and then what a search relies on: ordinals, links,
 * lengths of vectors. <i>Stateless.</i>
 */
public final class FrozenIndexFile {

  static final String KIND = "index";
  static final String HNSW = "hnsw";
  static final String CELLS = "cells";

  private FrozenIndexFile() {}

  /** Saves a graph. */
  public static void save(FrozenHnswIndex index, Path path) throws IOException {
    TensorFile.write(index.toTensors(), path);
  }

  /** Saves cells. */
  public static void save(CellIndex index, Path path) throws IOException {
    TensorFile.write(index.toTensors(), path);
  }

  /**
   * Loads what was saved: a {@link FrozenHnswIndex} or a {@link CellIndex}.
   *
   * @throws IOException when the file cannot be read, is none of ours, was cut or was changed
   */
  public static VectorIndex load(Path path) throws IOException {
    Tensors tensors = TensorFile.read(path);
    try {
      String kind = tensors.setting(KIND);
      return switch (kind) {
        case HNSW -> FrozenHnswIndex.fromTensors(tensors);
        case CELLS -> CellIndex.fromTensors(tensors);
        default ->
            throw new IllegalArgumentException(
                "an index must be \"hnsw\" or \"cells\", was \"" + kind + "\"");
      };
    } catch (IllegalArgumentException e) {
      throw new IOException(path + " holds no index: " + e.getMessage(), e);
    }
  }
}
