package watchnext.index;

import java.io.IOException;
import java.nio.file.Path;
import watchnext.tensor.TensorFile;
import watchnext.tensor.Tensors;

/**
 * An index that stands still in a file of its own, in the format of {@link TensorFile}; the setting
 * {@code index} says which kind it is.
 *
 * <p>Loading checks the form of the file and what a search relies on: ordinals, links, lengths of
 * vectors. The file has no checksum; an index in a snapshot has the manifest's. <i>Stateless.</i>
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
   * @throws IOException when the file cannot be read, is none of ours, was cut or holds no index
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
