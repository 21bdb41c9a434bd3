package watchnext.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorFileTest {

  @TempDir Path folder;

  private static Tensors small() {
    return Tensors.builder()
        .set("kind", "toy")
        .set("größe", "3")
        .put("weights", new float[] {1, -2, Float.MIN_VALUE, 4, 5, Float.MAX_VALUE}, 2, 3)
        .put("none", new float[0], 0, 7)
        .put("ids", new int[] {7, Integer.MIN_VALUE, -1}, 3)
        .build();
  }

  @Test
  void whatWasWrittenIsRead() throws IOException {
    Path path = folder.resolve("a");
    TensorFile.write(small(), path);
    Tensors read = TensorFile.read(path);
    assertThat(read.settings()).isEqualTo(small().settings());
    assertThat(read.all().keySet()).containsExactly("weights", "none", "ids");
    assertThat(read.floats("weights", 2, 3)).isEqualTo(small().floats("weights", 2, 3));
    assertThat(read.floats("none", 0, 7)).isEmpty();
    assertThat(read.ints("ids", 3)).isEqualTo(small().ints("ids", 3));
  }

  @Test
  void arraysOfSeveralChunksComeBackWhole() throws IOException {
    int[] values = new int[TensorChunks.BYTES / 4 * 3 + 1];
    Arrays.setAll(values, i -> 31 * i);
    Path path = folder.resolve("b");
    TensorFile.write(Tensors.builder().put("values", values, values.length).build(), path);
    assertThat(TensorFile.read(path).ints("values", -1)).isEqualTo(values);
    assertThat(Files.size(path)).isGreaterThan(4L * values.length);
  }

  @Test
  void theSameArraysGiveTheSameBytes() throws IOException {
    TensorFile.write(small(), folder.resolve("c"));
    TensorFile.write(small(), folder.resolve("d"));
    assertThat(folder.resolve("c")).hasSameBinaryContentAs(folder.resolve("d"));
  }

  @Test
  void aFileCutAtAnyByteIsRefused() throws IOException {
    Path path = folder.resolve("e");
    TensorFile.write(small(), path);
    byte[] whole = Files.readAllBytes(path);
    for (int length = 0; length < whole.length; length++) {
      Files.write(path, Arrays.copyOf(whole, length));
      refuses(path, "cut at " + length);
    }
    Files.write(path, Arrays.copyOf(whole, whole.length + 1));
    refuses(path, "one byte more");
  }

  @Test
  void aFileWithAnyBitFlippedIsRefused() throws IOException {
    Path path = folder.resolve("f");
    TensorFile.write(small(), path);
    byte[] whole = Files.readAllBytes(path);
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      Files.write(path, flipped);
      refuses(path, "bit " + bit);
    }
  }

  private static void refuses(Path path, String what) {
    assertThatThrownBy(() -> TensorFile.read(path))
        .as(what)
        .isInstanceOf(IOException.class)
        .hasMessageContaining(path.toString());
  }

  @Test
  void theRefusalSaysWhy() throws IOException {
    Path path = folder.resolve("g");
    Files.writeString(path, "not a file of arrays at all");
    assertThatThrownBy(() -> TensorFile.read(path)).hasMessageContaining("does not begin with");
    TensorFile.write(small(), path);
    byte[] whole = Files.readAllBytes(path);
    Files.write(path, Arrays.copyOf(whole, whole.length - 4));
    assertThatThrownBy(() -> TensorFile.read(path))
        .hasMessageContaining("should be " + whole.length + " bytes long, it is");
  }
}
