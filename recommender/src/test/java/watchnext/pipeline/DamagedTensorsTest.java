package watchnext.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import watchnext.math.Tensors;

/** Files of arrays that are cut, changed, or lie about what they hold. */
class DamagedTensorsTest {

  @TempDir private Path folder;
  private Path file;
  private byte[] whole;

  @BeforeEach
  void aSmallFile() throws IOException {
    file = folder.resolve("part.tensors");
    Tensors tensors =
        Tensors.builder()
            .set("kind", "demo")
            .put("a", new float[] {1, 2, 3, 4}, 2, 2)
            .put("b", new int[] {5, 6}, 2)
            .build();
    TensorsFile.write(file, tensors);
    whole = Files.readAllBytes(file);
  }

  @Test
  void aFileCutAtAnyByteIsRefused() throws IOException {
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> TensorsFile.read(file))
          .as("cut to %d bytes", length)
          .isInstanceOf(SnapshotException.class)
          .hasMessageContaining("part.tensors");
    }
  }

  @Test
  void aFileWithBytesTooManyIsRefused() throws IOException {
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertThatThrownBy(() -> TensorsFile.read(file))
        .hasMessage("part.tensors must hold 24 bytes of arrays, holds 25");
  }

  /** Some flips make another lawful header; that is for the manifest's SHA-256 to find. */
  @Test
  void aFlippedBitIsRefusedInASentenceOrHarmless() throws IOException {
    int refused = 0;
    for (int bit = 0; bit < 8 * (whole.length - 24); bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, flipped);
      try {
        TensorsFile.read(file);
      } catch (SnapshotException e) {
        assertThat(e.getMessage()).contains("part.tensors");
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[-1]",
        "[-2,-3]",
        "[2147483647]",
        "[65536,65536]",
        "[65536,65536,0]",
        "[0,-1]",
        "[2147483647,2147483647,2147483647]",
        "[1000000000]",
        "[5]",
        "[7]"
      })
  void aShapeThatCannotBeOrDoesNotFitIsRefused(String shape) throws IOException {
    write("{\"settings\":{},\"arrays\":[" + array("a", "float32", shape) + "]}", 24);
    assertThatThrownBy(() -> TensorsFile.read(file)).isInstanceOf(SnapshotException.class);
  }

  /** 2^64 values are 0 to whoever multiplies longs without looking. */
  @Test
  void aShapeThatOverflowsToNothingIsRefused() throws IOException {
    String shape = "[65536,65536,65536,65536]";
    write("{\"settings\":{},\"arrays\":[" + array("a", "float32", shape) + "]}", 0);
    assertThatThrownBy(() -> TensorsFile.read(file))
        .isInstanceOf(SnapshotException.class)
        .hasMessage("part.tensors has an array \"a\" of an impossible shape");
  }

  @Test
  void arraysThatTogetherClaimMoreThanThereIsAreRefused() throws IOException {
    String both = array("a", "float32", "[6]") + "," + array("b", "float32", "[6]");
    write("{\"settings\":{},\"arrays\":[" + both + "]}", 24);
    assertThatThrownBy(() -> TensorsFile.read(file))
        .isInstanceOf(SnapshotException.class)
        .hasMessage("part.tensors must hold 48 bytes of arrays, holds 24");
  }

  @Test
  void twoArraysOfOneNameAreRefused() throws IOException {
    String both = array("a", "float32", "[3]") + "," + array("a", "int32", "[3]");
    write("{\"settings\":{},\"arrays\":[" + both + "]}", 24);
    assertThatThrownBy(() -> TensorsFile.read(file))
        .isInstanceOf(SnapshotException.class)
        .hasMessage("part.tensors has two arrays \"a\"");
  }

  @Test
  void aKindNobodyKnowsIsRefused() throws IOException {
    write("{\"settings\":{},\"arrays\":[" + array("a", "float64", "[3]") + "]}", 24);
    assertThatThrownBy(() -> TensorsFile.read(file))
        .hasMessage("part.tensors must hold float32 or int32, holds \"float64\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{}",
        "7",
        "{\"settings\":{}}",
        "{\"settings\":null,\"arrays\":[]}",
        "{\"settings\":{},\"arrays\":[null]}",
        "{\"settings\":{\"a\":null},\"arrays\":[]}",
        "{\"settings\":{},\"arrays\":[{\"name\":\"a\",\"kind\":\"int32\"}]}",
        "{\"settings\":{},\"arrays\":[{\"name\":null,\"kind\":\"int32\",\"shape\":[]}]}",
        "{\"settings\":{},\"arrays\":[{\"name\":\"a\",\"kind\":\"int32\",\"shape\":[null]}]}",
        "{\"settings\":{},\"arrays\":[],\"more\":1}",
        "{\"settings\":{},\"arrays\":[]} x",
        "{\"settings\":{},\"arrays\":[",
        "not json"
      })
  void aHeaderThatIsNotOneIsRefused(String header) throws IOException {
    write(header, 0);
    assertThatThrownBy(() -> TensorsFile.read(file))
        .isInstanceOf(SnapshotException.class)
        .hasMessageContaining("part.tensors");
  }

  @ParameterizedTest
  @CsvSource({"-1", "0", "1", "1048577", "2147483647", "-2147483648"})
  void aHeaderOfImpossibleLengthIsRefusedBeforeAnythingIsAllocated(int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(whole.clone()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(8, length);
    Files.write(file, bytes.array());
    assertThatThrownBy(() -> TensorsFile.read(file))
        .isInstanceOf(SnapshotException.class)
        .hasMessage("part.tensors must have a header of 2 to 1048576 bytes, it says " + length);
  }

  @Test
  void anotherSortOfFileIsRefused() throws IOException {
    Files.writeString(file, "PK\u0003\u0004 this is a zip, or pretends to be one");
    assertThatThrownBy(() -> TensorsFile.read(file))
        .hasMessage("part.tensors is not a file of arrays (wrong first bytes)");
  }

  private static String array(String name, String kind, String shape) {
    return "{\"name\":\"" + name + "\",\"kind\":\"" + kind + "\",\"shape\":" + shape + "}";
  }

  /** A file of this header and so many bytes of values. */
  private void write(String header, int values) throws IOException {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(12 + text.length + values).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("WNTENS01".getBytes(StandardCharsets.US_ASCII)).putInt(text.length).put(text);
    Files.write(file, bytes.array());
  }
}
