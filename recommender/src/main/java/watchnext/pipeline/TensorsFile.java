package watchnext.pipeline;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import watchnext.math.Tensors;
import watchnext.math.Tensors.Tensor;

/**
 * {@link Tensors} in a file: eight bytes of magic, the header's length, a header in JSON that names
 * kind and shape of every array, then the arrays end to end as raw little-endian 32-bit values.
 *
 * <p>Lengths are checked against the size of the file before anything is allocated, so a lying
 * header costs nothing. The layout follows safetensors; integrity (SHA-256) is the manifest's work.
 * <i>Stateless.</i>
 */
final class TensorsFile {

  private static final byte[] MAGIC = "WNTENS01".getBytes(StandardCharsets.US_ASCII);
  private static final int PREAMBLE = MAGIC.length + Integer.BYTES;
  private static final int LONGEST_HEADER = 1 << 20;
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;
  private static final int CHUNK_VALUES = 1 << 18;

  private TensorsFile() {}

  /** What the header says of one array. */
  record Entry(String name, String kind, int[] shape) {}

  /** The header. */
  record Header(Map<String, String> settings, List<Entry> arrays) {}

  /** Writes {@code tensors} to a new file and forces it to the disk. */
  static void write(Path file, Tensors tensors) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, Tensor> entry : tensors.all().entrySet()) {
      Tensor tensor = entry.getValue();
      String kind = tensor.values() instanceof float[] ? "float32" : "int32";
      entries.add(new Entry(entry.getKey(), kind, tensor.shape()));
    }
    byte[] header = StrictJson.line(new Header(tensors.settings(), entries));
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
      ByteBuffer preamble = littleEndian(PREAMBLE + header.length);
      preamble.put(MAGIC).putInt(header.length).put(header).flip();
      writeAll(channel, preamble);
      for (Tensor tensor : tensors.all().values()) {
        writeValues(channel, tensor.values());
      }
      channel.force(true);
    }
  }

  private static void writeValues(FileChannel channel, Object values) throws IOException {
    int length = values instanceof float[] floats ? floats.length : ((int[]) values).length;
    ByteBuffer chunk = littleEndian(Math.min(length, CHUNK_VALUES) * 4);
    for (int from = 0; from < length; from += CHUNK_VALUES) {
      int count = Math.min(CHUNK_VALUES, length - from);
      chunk.clear();
      if (values instanceof float[] floats) {
        chunk.asFloatBuffer().put(floats, from, count);
      } else {
        chunk.asIntBuffer().put((int[]) values, from, count);
      }
      chunk.limit(count * 4);
      writeAll(channel, chunk);
    }
  }

  /**
   * Reads a file back.
   *
   * @throws SnapshotException when it is not such a file, or is cut, or too long
   */
  static Tensors read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      Header header = readHeader(file, channel);
      Tensors.Builder tensors = Tensors.builder();
      header.settings().forEach(tensors::set);
      for (Entry entry : header.arrays()) {
        int length = Math.toIntExact(checkedLength(file, entry));
        if (entry.kind().equals("float32")) {
          tensors.put(entry.name(), readFloats(channel, length), entry.shape());
        } else {
          tensors.put(entry.name(), readInts(channel, length), entry.shape());
        }
      }
      return tensors.build();
    } catch (EOFException e) {
      throw new SnapshotException(name(file) + " ends too early", e);
    }
  }

  private static Header readHeader(Path file, FileChannel channel) throws IOException {
    ByteBuffer preamble = readFully(channel, PREAMBLE);
    byte[] magic = new byte[MAGIC.length];
    preamble.get(magic);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new SnapshotException(name(file) + " is not a file of arrays (wrong first bytes)");
    }
    int headerLength = preamble.getInt();
    if (headerLength < 2 || headerLength > LONGEST_HEADER) {
      throw new SnapshotException(
          name(file)
              + " must have a header of 2 to "
              + LONGEST_HEADER
              + " bytes, it says "
              + headerLength);
    }
    byte[] bytes = new byte[headerLength];
    readFully(channel, headerLength).get(bytes);
    Header header = StrictJson.read("the header of " + name(file), bytes, Header.class);
    checkLengths(file, header, channel.size() - PREAMBLE - headerLength);
    return header;
  }

  private static void checkLengths(Path file, Header header, long available) {
    long total = 0;
    Set<String> names = new HashSet<>();
    for (Entry entry : header.arrays()) {
      if (!names.add(entry.name())) {
        throw new SnapshotException(name(file) + " has two arrays \"" + entry.name() + "\"");
      }
      long length = checkedLength(file, entry);
      total += length * 4;
    }
    if (total != available) {
      throw new SnapshotException(
          name(file) + " must hold " + total + " bytes of arrays, holds " + available);
    }
  }

  private static long checkedLength(Path file, Entry entry) {
    if (!entry.kind().equals("float32") && !entry.kind().equals("int32")) {
      throw new SnapshotException(
          name(file) + " must hold float32 or int32, holds \"" + entry.kind() + "\"");
    }
    long length = 1;
    for (int axis : entry.shape()) {
      boolean fits = axis >= 0 && length >= 0 && (axis == 0 || length <= LONGEST_ARRAY / axis);
      length = fits ? length * axis : -1;
    }
    if (length < 0) {
      throw new SnapshotException(
          name(file) + " has an array \"" + entry.name() + "\" of an impossible shape");
    }
    return length;
  }

  private static float[] readFloats(FileChannel channel, int length) throws IOException {
    float[] values = new float[length];
    for (int from = 0; from < length; from += CHUNK_VALUES) {
      int count = Math.min(CHUNK_VALUES, length - from);
      readFully(channel, count * 4).asFloatBuffer().get(values, from, count);
    }
    return values;
  }

  private static int[] readInts(FileChannel channel, int length) throws IOException {
    int[] values = new int[length];
    for (int from = 0; from < length; from += CHUNK_VALUES) {
      int count = Math.min(CHUNK_VALUES, length - from);
      readFully(channel, count * 4).asIntBuffer().get(values, from, count);
    }
    return values;
  }

  private static ByteBuffer readFully(FileChannel channel, int bytes) throws IOException {
    ByteBuffer buffer = littleEndian(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException();
      }
    }
    return buffer.flip();
  }

  private static void writeAll(FileChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
