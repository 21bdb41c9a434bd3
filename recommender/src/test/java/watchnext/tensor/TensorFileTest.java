package watchnext.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class TensorFileTest {

  private static final String PYTHON =
      "90000000000000007b225f5f6d657461646174615f5f223a7b22696e646578223a22746f79227d2c"
          + "2262223a7b226474797065223a22463332222c227368617065223a5b322c325d2c22646174615f6f"
          + "666673657473223a5b302c31365d7d2c2261223a7b226474797065223a224938222c227368617065"
          + "223a5b315d2c22646174615f6f666673657473223a5b31362c31375d7d7d20200000803f00000040"
          + "0000404000008040ff";

  @TempDir private Path folder;
  private Path path;

  @BeforeEach
  void aPath() {
    path = folder.resolve("a.safetensors");
  }

  private static Tensors small() {
    return Tensors.builder()
        .set("text", "line\nbreak, \u96fb\u8996 \ud83c\udfac")
        .set("", "")
        .put("codes", new byte[] {1, -2, 3}, 3)
        .put("weights", new float[] {1, -2, Float.MIN_VALUE, Float.NaN, 5, Float.MAX_VALUE}, 2, 3)
        .put("none", new float[0], 0, 7)
        .put("ids", new int[] {7, Integer.MIN_VALUE, -1}, 3)
        .put("one", new int[] {-8})
        .build();
  }

  @Test
  void whatWasWrittenIsRead() throws IOException {
    TensorFile.write(small(), path);
    Tensors read = TensorFile.read(path);
    assertThat(read.settings()).containsExactlyEntriesOf(small().settings());
    assertThat(read.all().keySet()).containsExactly("weights", "none", "ids", "one", "codes");
    assertThat(read.floats("weights", 2, 3)).isEqualTo(small().floats("weights", 2, 3));
    assertThat(read.floats("none", 0, 7)).isEmpty();
    assertThat(read.ints("ids", 3)).isEqualTo(small().ints("ids", 3));
    assertThat(read.ints("one")).containsExactly(-8);
    assertThat(read.bytes("codes", 3)).isEqualTo(small().bytes("codes", 3));
  }

  /** As https://github.com/huggingface/safetensors#format says, with nothing of ours. */
  @Test
  void aReaderThatKnowsTheSpecificationAloneFindsTheArrays() throws IOException {
    TensorFile.write(small(), path);
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    int length = Math.toIntExact(file.getLong());
    int data = Long.BYTES + length;
    assertThat(data % 8).isZero();
    String json = new String(file.array(), Long.BYTES, length, StandardCharsets.UTF_8);
    assertThat(json).startsWith("{").matches("(?s).*} {0,7}");
    JsonNode header = new ObjectMapper().readTree(json);
    assertThat(header.get("__metadata__").get("text").stringValue())
        .isEqualTo("line\nbreak, \u96fb\u8996 \ud83c\udfac");
    assertThat(header.get("weights"))
        .hasToString("{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]}");
    assertThat(header.get("none"))
        .hasToString("{\"dtype\":\"F32\",\"shape\":[0,7],\"data_offsets\":[24,24]}");
    assertThat(header.get("ids"))
        .hasToString("{\"dtype\":\"I32\",\"shape\":[3],\"data_offsets\":[24,36]}");
    assertThat(header.get("one"))
        .hasToString("{\"dtype\":\"I32\",\"shape\":[],\"data_offsets\":[36,40]}");
    assertThat(header.get("codes"))
        .hasToString("{\"dtype\":\"I8\",\"shape\":[3],\"data_offsets\":[40,43]}");
    assertThat(file.capacity()).isEqualTo(data + 43);
    assertThat(file.getFloat(data + 4)).isEqualTo(-2);
    assertThat(file.getInt(data + 24 + 4)).isEqualTo(Integer.MIN_VALUE);
    assertThat(file.get(data + 40 + 1)).isEqualTo((byte) -2);
  }

  /**
   * Bytes of {@code safetensors.numpy.save({"b": np.array([[1, 2], [3, 4]], "float32"), "a":
   * np.array([-1], "int8")}, {"index": "toy"})}, safetensors 0.8.0.
   */
  @Test
  void whatThePublicLibraryWroteIsRead() throws IOException {
    Files.write(path, HexFormat.of().parseHex(PYTHON));
    Tensors read = TensorFile.read(path);
    assertThat(read.setting("index")).isEqualTo("toy");
    assertThat(read.floats("b", 2, 2)).containsExactly(1, 2, 3, 4);
    assertThat(read.bytes("a", 1)).containsExactly(-1);
  }

  @Test
  void aFileWithoutSettingsOrWithoutArraysIsRead() throws IOException {
    write("{}", 0);
    assertThat(TensorFile.read(path).all()).isEmpty();
    write("{\"x\":{\"dtype\":\"I32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 4);
    assertThat(TensorFile.read(path).settings()).isEmpty();
  }

  @Test
  void arraysOfSeveralChunksComeBackWhole() throws IOException {
    int[] ints = new int[3 * (1 << 18) + 1];
    byte[] bytes = new byte[(1 << 20) + 1];
    Arrays.setAll(ints, i -> 31 * i);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (7 * i);
    }
    TensorFile.write(
        Tensors.builder().put("bytes", bytes, bytes.length).put("ints", ints, ints.length).build(),
        path);
    assertThat(TensorFile.read(path).ints("ints", -1)).isEqualTo(ints);
    assertThat(TensorFile.read(path).bytes("bytes", -1)).isEqualTo(bytes);
  }

  @Test
  void theSameArraysGiveTheSameBytes() throws IOException {
    TensorFile.write(small(), path);
    TensorFile.write(TensorFile.read(path), folder.resolve("again"));
    assertThat(folder.resolve("again")).hasSameBinaryContentAs(path);
  }

  @Test
  void aFileCutAtAnyByteIsRefused() throws IOException {
    TensorFile.write(small(), path);
    byte[] whole = Files.readAllBytes(path);
    for (int length = 0; length < whole.length; length++) {
      Files.write(path, Arrays.copyOf(whole, length));
      refuses("");
    }
    Files.write(path, Arrays.copyOf(whole, whole.length + 1));
    refuses("its data must have 43 bytes, has 44");
  }

  /** A name or a setting may change unseen: the manifest of a snapshot finds that. */
  @Test
  void anyBitFlippedInTheHeaderIsRefusedInASentenceOrLeavesArraysOfTheSameBytes()
      throws IOException {
    TensorFile.write(small(), path);
    byte[] whole = Files.readAllBytes(path);
    int refused = 0;
    for (int bit = 0; bit < 8 * (whole.length - 43); bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(path, flipped);
      try {
        assertThat(TensorFile.read(path).all().size()).isBetween(4, 5);
      } catch (IOException e) {
        assertThat(e).hasMessageContaining(path + " is damaged: ");
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(2000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "F64|[1]|[0,8]|array \"x\" must have a dtype of [F32, I32, I8], has F64",
        "F32|[2]|[0,4]|array \"x\" must have data_offsets [0, 8], has [0, 4]",
        "F32|[1]|[4,8]|array \"x\" must have data_offsets [0, 4], has [4, 8]",
        "F32|[1]|[-4,0]|array \"x\" must have data_offsets [0, 4], has [-4, 0]",
        "F32|[1]|[0]|array \"x\" must have data_offsets [0, 4], has [0]",
        "F32|[1]|[0,4]|its data must have 4 bytes, has 8",
        "F32|[-1]|[0,8]|a shape must have axes of 0 or more",
        "I32|[-2,-1]|[0,8]|a shape must have axes of 0 or more",
        "I8|[2147483647]|[0,8]|and at most 2147483639 values, was [2147483647]",
        "I8|[65536,65536,65536,65536]|[0,0]|and at most 2147483639 values", // 2^64 overflows to 0
        "I8|[2147483648]|[0,8]|its header cannot be read: ",
        "I8|[8.5]|[0,8]|its header cannot be read: ",
        "I8|[null]|[0,8]|its header cannot be read: ",
        "I8|null|[0,8]|its header cannot be read: ",
        "I8|[8]|null|its header cannot be read: ",
      })
  void anArrayThatCannotBeIsRefused(String type, String shape, String offsets, String sentence)
      throws IOException {
    write(
        "{\"x\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":%s}}"
            .formatted(type, shape, offsets),
        8);
    refuses(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{|its header cannot be read: ",
        "null|its header must begin with {",
        "[]|its header must begin with {",
        "{} {}|its header cannot be read: ",
        "{\"x\":null}|its arrays must not be null",
        "{\"x\":{}}|its header cannot be read: ",
        "{\"__metadata__\":{\"a\":null}}|its header cannot be read: ",
        "{\"__metadata__\":{\"a\":\"1\",\"a\":\"2\"}}|Duplicate Object property \"a\"",
        "{\"__metadata__\":{},\"__metadata__\":{}}|Duplicate Object property \"__metadata__\"",
      })
  void aHeaderThatIsNoneIsRefused(String json, String sentence) throws IOException {
    write(json, 0);
    refuses(sentence);
  }

  @Test
  void arraysThatOverlapOrLeaveAHoleAreRefused() throws IOException {
    String two =
        "{\"x\":{\"dtype\":\"I8\",\"shape\":[4],\"data_offsets\":[0,4]},"
            + "\"y\":{\"dtype\":\"I8\",\"shape\":[4],\"data_offsets\":[%d,%d]}}";
    write(two.formatted(4, 8), 8);
    assertThat(TensorFile.read(path).all().keySet()).containsExactly("x", "y");
    write(two.formatted(2, 6), 6);
    refuses("array \"y\" must have data_offsets [4, 8], has [2, 6]");
    write(two.formatted(6, 10), 10);
    refuses("array \"y\" must have data_offsets [4, 8], has [6, 10]");
  }

  @Test
  void aHeaderLongerThanTheFileOrThanTheFormatAllowsIsRefused() throws IOException {
    ByteBuffer file = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    for (long length : new long[] {0, 9, 1L << 40, -1}) {
      Files.write(path, file.putLong(0, length).array());
      refuses("the length of its header must be in [1, 8], is " + Long.toUnsignedString(length));
    }
  }

  @Test
  void anArrayCalledAsTheSettingsIsNotWritten() {
    Tensors tensors = Tensors.builder().put("__metadata__", new int[0], 0).build();
    assertThatThrownBy(() -> TensorFile.write(tensors, path))
        .hasMessage("an array must not be called __metadata__");
    assertThat(path).doesNotExist();
  }

  private void write(String json, int dataBytes) throws IOException {
    byte[] header = json.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file = ByteBuffer.allocate(Long.BYTES + header.length + dataBytes);
    file.order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header);
    Files.write(path, file.array());
  }

  private void refuses(String sentence) {
    assertThatThrownBy(() -> TensorFile.read(path))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(path + " is damaged: ")
        .hasMessageContaining(sentence);
  }
}
