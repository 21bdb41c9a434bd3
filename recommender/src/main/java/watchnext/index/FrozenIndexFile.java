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
  static final String EXACT = "exact";

  private FrozenIndexFile() {}

  /** Saves an index. */
  public static void save(FrozenIndex index, Path path) throws IOException {
    TensorFile.write(index.toTensors(), path);
  }

  /**
   * Loads what was saved.
   *
   * @throws IOException when the file cannot be read, is none of ours, was cut or was changed
   */
  public static FrozenIndex load(Path path) throws IOException {
    Tensors tensors = TensorFile.read(path);
    try {
      return FrozenIndex.fromTensors(tensors);
    } catch (IllegalArgumentException e) {
      throw new IOException(path + " holds no index: " + e.getMessage(), e);
    }
  }
}
