package watchnext.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers whose checksum is right and that lie all the same. */
class TensorHeaderTest {

  private static final Tensors TENSORS =
      Tensors.builder()
          .set("text", "line\nbreak, \u96fb\u8996 \ud83c\udfac")
          .set("", "")
          .put("a", new float[6], 2, 3)
          .put("b", new int[0], 0, 7)
          .put("c", new byte[] {1, -2}, 2)
          .build();

  private static byte[] encoded() {
    return TensorHeader.of(TENSORS, new int[] {7, -7}).encode();
  }

  @Test
  void itComesBackAsItWas() {
    TensorHeader back = TensorHeader.decode(encoded());
    assertThat(back.settings()).containsExactlyEntriesOf(TENSORS.settings());
    assertThat(back.arrays()).extracting(TensorHeader.Entry::name).containsExactly("a", "b", "c");
    assertThat(back.checksums()).containsExactly(7, -7);
    assertThat(back.bytes()).isEqualTo(4 * 6 + 2);
    Tensors empty = back.allocate();
    assertThat(empty.floats("a", 2, 3)).hasSize(6);
    assertThat(empty.ints("b", 0, 7)).isEmpty();
    assertThat(empty.bytes("c", 2)).hasSize(2);
  }

  @Test
  void anyLengthButItsOwnIsRefused() {
    byte[] whole = encoded();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> TensorHeader.decode(cut))
          .as("cut to %d", length)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> TensorHeader.decode(Arrays.copyOf(whole, whole.length + 1)))
        .hasMessage("its header holds too much");
  }

  @Test
  void anyChangedBitIsRefusedInASentenceOrHarmless() {
    byte[] whole = encoded();
    int refused = 0;
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        TensorHeader.decode(flipped).bytes();
      } catch (IllegalArgumentException e) {
        assertThat(e.getMessage()).isNotBlank();
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(300);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "-2,-3",
        "2147483647",
        "65536,65536",
        "0,-1",
        "2147483647,2147483647,2147483647",
        "65536,65536,65536,65536" // 2^64 values are 0 to whoever multiplies longs without looking
      })
  void aShapeThatCannotBeIsRefused(String shape) {
    int[] axes = Arrays.stream(shape.split(",")).mapToInt(Integer::parseInt).toArray();
    TensorHeader.Entry entry = new TensorHeader.Entry("a", TensorHeader.Kind.INTS, axes);
    assertThatThrownBy(entry::length).hasMessage("array \"a\" has an impossible shape");
  }

  @Test
  void twoArraysOfOneNameAreRefused() {
    TensorHeader.Entry entry = new TensorHeader.Entry("a", TensorHeader.Kind.INTS, new int[] {1});
    TensorHeader header = new TensorHeader(Map.of(), List.of(entry, entry), new int[0]);
    assertThatThrownBy(header::allocate).hasMessageContaining("\"a\" came twice");
  }

  @Test
  void numbersAreLittleEndianAndTextsUtf8() {
    byte[] bytes =
        TensorHeader.of(Tensors.builder().set("k", "\u00e9").build(), new int[0]).encode();
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(in.getInt()).isEqualTo(1);
    assertThat(in.getInt()).isEqualTo(1);
    assertThat(in.get()).isEqualTo((byte) 'k');
    assertThat(in.getInt()).isEqualTo(2);
    assertThat(new byte[] {in.get(), in.get()}).containsExactly(0xC3, 0xA9);
  }
}
