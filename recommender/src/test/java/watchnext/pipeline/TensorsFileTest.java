package watchnext.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchnext.math.Matrix;
import watchnext.math.Tensors;

class TensorsFileTest {

  @TempDir private Path folder;

  @Test
  void everythingComesBackToTheBit() throws IOException {
    float[] odd = {0f, -0f, Float.NaN, Float.MIN_VALUE, Float.NEGATIVE_INFINITY, 1 / 3f};
    int[] ints = {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE};
    Tensors tensors =
        Tensors.builder()
            .set("text", "line\nbreak, \"quote\", \u96fb\u8996 \ud83c\udfac")
            .set("empty", "")
            .put("odd", odd, 2, 3)
            .put("ints", ints, 4)
            .put("nothing", new float[0], 0, 8)
            .put("matrix", new Matrix(1, 2, new float[] {3, 4}))
            .build();
    Tensors back = roundTrip(tensors);
    assertThat(back.settings()).containsExactlyEntriesOf(tensors.settings());
    assertThat(back.all().keySet()).containsExactly("odd", "ints", "nothing", "matrix");
    assertThat(bits(back.floats("odd", 2, 3))).isEqualTo(bits(odd));
    assertThat(back.ints("ints", 4)).isEqualTo(ints);
    assertThat(back.floats("nothing", 0, 8)).isEmpty();
    assertThat(back.matrix("matrix").data()).containsExactly(3, 4);
  }

  /** Values are written in chunks of 2^18; one more makes a second chunk. */
  @Test
  void anArrayLongerThanAChunkComesBack() throws IOException {
    int length = (1 << 18) + 1;
    float[] floats = new float[length];
    int[] ints = new int[length];
    for (int i = 0; i < length; i++) {
      floats[i] = i * 0.1f;
      ints[i] = -i;
    }
    Tensors tensors =
        Tensors.builder().put("floats", floats, length).put("ints", ints, length).build();
    Tensors back = roundTrip(tensors);
    assertThat(Arrays.equals(back.floats("floats", length), floats)).isTrue();
    assertThat(Arrays.equals(back.ints("ints", length), ints)).isTrue();
  }

  @Test
  void noArraysAtAllComeBackToo() throws IOException {
    assertThat(roundTrip(Tensors.builder().build()).all()).isEmpty();
  }

  @Test
  void valuesAreLittleEndianAtTheEndOfTheFile() throws IOException {
    Path file = folder.resolve("x.tensors");
    TensorsFile.write(file, Tensors.builder().put("x", new int[] {0x0A0B0C0D}, 1).build());
    byte[] bytes = Files.readAllBytes(file);
    assertThat(new String(bytes, 0, 8, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("WNTENS01");
    assertThat(Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length))
        .containsExactly(0x0D, 0x0C, 0x0B, 0x0A);
  }

  @Test
  void sameArraysSameBytes() throws IOException {
    Tensors tensors = Tensors.builder().set("a", "b").put("x", new int[] {1, 2}, 2).build();
    TensorsFile.write(folder.resolve("1.tensors"), tensors);
    TensorsFile.write(folder.resolve("2.tensors"), tensors);
    assertThat(folder.resolve("1.tensors")).hasSameBinaryContentAs(folder.resolve("2.tensors"));
  }

  @Test
  void aFileThatIsThereIsNotOverwritten() throws IOException {
    Path file = Files.writeString(folder.resolve("x.tensors"), "mine");
    assertThatThrownBy(() -> TensorsFile.write(file, Tensors.builder().build()))
        .isInstanceOf(java.nio.file.FileAlreadyExistsException.class);
    assertThat(file).hasContent("mine");
  }

  private Tensors roundTrip(Tensors tensors) throws IOException {
    Path file = folder.resolve("some.tensors");
    TensorsFile.write(file, tensors);
    return TensorsFile.read(file);
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
    return bits;
  }
}
