package watchnext.math;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import watchnext.require.Require;

/**
 * The body of a {@link TensorFile}'s header: what the arrays are called, what they hold, and the
 * checksums of their chunks. Numbers are little-endian, texts are a length and UTF-8.
 *
 * <table>
 *   <caption>Layout</caption>
 *   <tr><td>settings</td><td>int count; then name and value, each a text</td></tr>
 *   <tr><td>arrays</td><td>int count; then name, one byte of kind (0 int32, 1 float32, 2 int8), one byte
 *   of axes, an int for each axis</td></tr>
 *   <tr><td>checksums</td><td>int count; then a CRC-32C for each chunk</td></tr>
 * </table>
 *
 * <p><i>Immutable by agreement: nobody writes to the arrays.</i>
 */
record TensorHeader(Map<String, String> settings, List<Entry> arrays, int[] checksums) {

  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  /** What an array holds. */
  enum Kind {
    /** int32. */
    INTS(0, 4),
    /** float32. */
    FLOATS(1, 4),
    /** int8. */
    BYTES(2, 1);

    /** How the header says it. */
    final int code;

    /** Bytes of a value. */
    final int width;

    Kind(int code, int width) {
      this.code = code;
      this.width = width;
    }

    static Kind of(byte code) {
      return switch (code) {
        case 0 -> INTS;
        case 1 -> FLOATS;
        case 2 -> BYTES;
        default ->
            throw new IllegalArgumentException(
                "the kind of an array must be 0, 1 or 2, was " + code);
      };
    }

    static Kind of(Object values) {
      return values instanceof float[] ? FLOATS : values instanceof int[] ? INTS : BYTES;
    }
  }

  /** What the header says of one array. */
  record Entry(String name, Kind kind, int[] shape) {

    /** Its number of values; refuses a shape that no array can have. */
    int length() {
      long length = 1;
      for (int axis : shape) {
        boolean fits = axis >= 0 && (axis == 0 || length <= LONGEST_ARRAY / axis);
        if (!fits) {
          throw new IllegalArgumentException("array \"" + name + "\" has an impossible shape");
        }
        length *= axis;
      }
      return (int) length;
    }

    Object zeros() {
      return switch (kind) {
        case INTS -> new int[length()];
        case FLOATS -> new float[length()];
        case BYTES -> new byte[length()];
      };
    }
  }

  /** The header of {@code tensors}. */
  static TensorHeader of(Tensors tensors, int[] checksums) {
    List<Entry> arrays = new ArrayList<>();
    tensors
        .all()
        .forEach(
            (name, tensor) ->
                arrays.add(new Entry(name, Kind.of(tensor.values()), tensor.shape())));
    return new TensorHeader(tensors.settings(), arrays, checksums);
  }

  /** Bytes of all arrays. */
  long bytes() {
    long bytes = 0;
    for (Entry entry : arrays) {
      bytes += (long) entry.kind().width * entry.length();
    }
    return bytes;
  }

  /** Arrays of these names and shapes, not yet filled. */
  Tensors allocate() {
    // Side by side, for the JVM zeroes an array where it is made: a quarter of loading a large one.
    List<Tensors.Tensor> tensors =
        arrays.parallelStream()
            .map(entry -> new Tensors.Tensor(entry.zeros(), entry.shape()))
            .toList();
    Tensors.Builder builder = Tensors.builder();
    settings.forEach(builder::set);
    for (int i = 0; i < arrays.size(); i++) {
      builder.put(arrays.get(i).name(), tensors.get(i));
    }
    return builder.build();
  }

  /** The header as bytes. */
  byte[] encode() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    put(out, settings.size());
    settings.forEach(
        (name, value) -> {
          put(out, name);
          put(out, value);
        });
    put(out, arrays.size());
    for (Entry entry : arrays) {
      put(out, entry.name());
      out.write(entry.kind().code);
      out.write(entry.shape().length);
      for (int axis : entry.shape()) {
        put(out, axis);
      }
    }
    put(out, checksums.length);
    for (int checksum : checksums) {
      put(out, checksum);
    }
    return out.toByteArray();
  }

  /**
   * A header from bytes.
   *
   * @throws IllegalArgumentException when they are none
   */
  static TensorHeader decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    try {
      Map<String, String> settings = new LinkedHashMap<>();
      for (int left = count(in); left > 0; left--) {
        settings.put(text(in), text(in));
      }
      List<Entry> arrays = new ArrayList<>();
      for (int left = count(in); left > 0; left--) {
        arrays.add(entry(in));
      }
      int[] checksums = new int[count(in)];
      for (int i = 0; i < checksums.length; i++) {
        checksums[i] = in.getInt();
      }
      Require.that(!in.hasRemaining(), "its header holds too much");
      return new TensorHeader(settings, arrays, checksums);
    } catch (BufferUnderflowException | CharacterCodingException e) {
      throw new IllegalArgumentException("its header holds too little, or text that is none", e);
    }
  }

  private static Entry entry(ByteBuffer in) throws CharacterCodingException {
    String name = text(in);
    Kind kind = Kind.of(in.get());
    int[] shape = new int[in.get() & 0xFF];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = in.getInt();
    }
    return new Entry(name, kind, shape);
  }

  private static void put(ByteArrayOutputStream out, int value) {
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      out.write(value >>> shift);
    }
  }

  private static void put(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    put(out, bytes.length);
    out.writeBytes(bytes);
  }

  /** A count of entries, each of which takes a byte at least. */
  private static int count(ByteBuffer in) {
    int count = in.getInt();
    Require.that(
        count >= 0 && count <= in.remaining(),
        "a count must be in [0, %s], was %s",
        in.remaining(),
        count);
    return count;
  }

  private static String text(ByteBuffer in) throws CharacterCodingException {
    int length = count(in);
    String text = StandardCharsets.UTF_8.newDecoder().decode(in.slice().limit(length)).toString();
    in.position(in.position() + length);
    return text;
  }
}
