package watchnext.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchnext.math.Matrix;
import watchnext.tensor.TensorFile;
import watchnext.tensor.Tensors;

class FrozenIndexFileTest {

  private static final Matrix VECTORS =
      IndexFixtures.clustered(400, 16, 10, new SplittableRandom(1));

  @TempDir Path folder;

  private static FrozenHnswIndex graph(Matrix vectors) {
    return FrozenHnswIndex.build(
        vectors, new HnswConfig(8, 50, 70, 1), BuildListener.SILENT, new SplittableRandom(2));
  }

  @Test
  void aGraphComesBackAsItWas() throws IOException {
    FrozenHnswIndex saved = graph(VECTORS);
    FrozenIndexFile.save(saved, folder.resolve("index"));
    FrozenHnswIndex loaded = (FrozenHnswIndex) FrozenIndexFile.load(folder.resolve("index"));
    assertThat(loaded.config()).isEqualTo(saved.config());
    assertThat(loaded.graph().links()).isEqualTo(saved.graph().links());
    assertThat(loaded.search(VECTORS.row(3), 10).ordinals())
        .isEqualTo(saved.search(VECTORS.row(3), 10).ordinals());
  }

  @Test
  void cellsComeBackAsTheyWere() throws IOException {
    CellIndex saved =
        CellIndex.build(
            VECTORS, new CellConfig(9, 3, 5, 1), BuildListener.SILENT, new SplittableRandom(2));
    FrozenIndexFile.save(saved, folder.resolve("index"));
    CellIndex loaded = (CellIndex) FrozenIndexFile.load(folder.resolve("index"));
    assertThat(loaded.config()).isEqualTo(saved.config());
    assertThat(loaded.search(VECTORS.row(3), 10).ordinals())
        .isEqualTo(saved.search(VECTORS.row(3), 10).ordinals());
  }

  /** A changed vector or link is as good as any: the manifest of a snapshot finds that. */
  @Test
  void anIndexCutAtAnyByteIsRefusedAndOneWithAnyByteChangedTooOrItAnswersStill()
      throws IOException {
    Path path = folder.resolve("index");
    FrozenIndexFile.save(graph(IndexFixtures.circle(6)), path);
    byte[] whole = Files.readAllBytes(path);
    int refused = 0;
    for (int i = 0; i < whole.length; i++) {
      Files.write(path, Arrays.copyOf(whole, i));
      assertThatThrownBy(() -> FrozenIndexFile.load(path)).isInstanceOf(IOException.class);
      byte[] changed = whole.clone();
      changed[i] ^= 0x40;
      Files.write(path, changed);
      try {
        FrozenIndex index = FrozenIndexFile.load(path);
        float[] query = new float[index.dimension()];
        query[0] = 1;
        assertThat(index.search(query, 3).ordinals()).hasSize(3);
      } catch (IOException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(whole.length / 2);
  }

  @Test
  void arraysThatAreNoIndexAreRefusedWithASentence() throws IOException {
    Path path = folder.resolve("index");
    TensorFile.write(Tensors.builder().set("index", "tree").build(), path);
    assertThatThrownBy(() -> FrozenIndexFile.load(path))
        .hasMessageContaining("an index must be \"hnsw\", \"cells\" or \"exact\", was \"tree\"");
    TensorFile.write(Tensors.builder().build(), path);
    assertThatThrownBy(() -> FrozenIndexFile.load(path))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("setting \"index\" is missing");
    Tensors nan = graph(IndexFixtures.circle(6)).toTensors();
    nan.floats("vectors", -1)[FrozenGraph.PADDING + 3] = Float.NaN;
    TensorFile.write(nan, path);
    assertThatThrownBy(() -> FrozenIndexFile.load(path)).hasMessageContaining("had NaN");
  }
}
