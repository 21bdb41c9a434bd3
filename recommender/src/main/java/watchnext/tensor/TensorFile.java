package watchnext.tensor;

import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import watchnext.require.Require;

/**
 * {@link Tensors} in one file of the format <i>safetensors</i>, which libraries of Python and other
 * languages read. The arrays lie as in memory, so hundreds of megabytes are read at the speed of
 * the disk.
 *
 * <table>
 *   <caption>Layout; numbers are little-endian</caption>
 *   <tr><td>8 bytes</td><td>length of the header, at most 100 MB</td></tr>
 *   <tr><td>header</td><td>{@link TensorHeader} as JSON in UTF-8, spaces up to a multiple of 8
 *   bytes</td></tr>
 *   <tr><td>data</td><td>the arrays, one after another without a gap</td></tr>
 * </table>
 *
 * <p>An array has at most 2<sup>31</sup> - 9 values; the file may be longer than that. The format
 * has no checksum: the manifest of a snapshot vouches for the bytes. Reading checks that header and
 * data agree before it allocates anything. Nothing in the file is an object. Reference:
 * [safetensors]. <i>Stateless.</i>
 */
public final class TensorFile {

  /** How names of such files end. */
  public static final String EXTENSION = ".safetensors";

  private static final int LONGEST_HEADER = 100_000_000;
  private static final int CHUNK_BYTES = 1 << 20;

  private TensorFile() {}

  /** Writes {@code tensors} to a file, which is replaced, and forces it to the disk. */
  public static void write(Tensors tensors, Path path) throws IOException {
    TensorHeader header = TensorHeader.of(tensors);
    byte[] json = header.encode();
    int length = (json.length + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
    ByteBuffer head = allocate(Long.BYTES + length).putLong(length).put(json);
    while (head.hasRemaining()) {
      head.put((byte) ' ');
    }
    try (FileChannel file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      writeFully(file, head);
      for (String name : header.arrays().keySet()) {
        writeArray(file, tensors.tensor(name).values());
      }
      file.force(true);
    }
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read, is not of this format or was cut
   */
  public static Tensors read(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      ByteBuffer prefix = readFully(file, allocate(Long.BYTES));
      long length = prefix.getLong();
      long most = Math.min(LONGEST_HEADER, file.size() - Long.BYTES);
      Require.that(
          length > 0 && length <= most,
          "the length of its header must be in [1, %s], is %s",
          most,
          Long.toUnsignedString(length));
      byte[] json = readFully(file, ByteBuffer.allocate((int) length)).array();
      long start = Long.BYTES + length;
      return read(file, TensorHeader.decode(json, file.size() - start), start);
    } catch (EOFException | IllegalArgumentException e) {
      throw new IOException(path + " is damaged: " + e.getMessage(), e);
    }
  }

  private static Tensors read(FileChannel file, TensorHeader header, long start)
      throws IOException {
    Tensors.Builder tensors = Tensors.builder();
    header.settings().forEach(tensors::set);
    for (Map.Entry<String, TensorHeader.Entry> array : header.arrays().entrySet()) {
      tensors.put(array.getKey(), readArray(file, array.getValue(), start));
    }
    return tensors.build();
  }

  private static Tensors.Tensor readArray(FileChannel file, TensorHeader.Entry entry, long start)
      throws IOException {
    int length = Tensors.Tensor.size(entry.shape());
    DataType type = DataType.valueOf(entry.dtype());
    Object values = type.zeros(length);
    ByteBuffer chunk = allocate(CHUNK_BYTES);
    file.position(start + entry.offsets()[0]);
    for (int from = 0; from < length; ) {
      int count = Math.min(CHUNK_BYTES / type.width, length - from);
      readFully(file, chunk.clear().limit(count * type.width));
      if (values instanceof float[] floats) {
        chunk.asFloatBuffer().get(floats, from, count);
      } else if (values instanceof int[] ints) {
        chunk.asIntBuffer().get(ints, from, count);
      } else {
        chunk.get((byte[]) values, from, count);
      }
      from += count;
    }
    return new Tensors.Tensor(values, entry.shape());
  }

  private static void writeArray(FileChannel file, Object values) throws IOException {
    int length = Array.getLength(values);
    int width = DataType.of(values).width;
    ByteBuffer chunk = allocate(CHUNK_BYTES);
    for (int from = 0; from < length; ) {
      int count = Math.min(CHUNK_BYTES / width, length - from);
      chunk.clear();
      if (values instanceof float[] floats) {
        chunk.asFloatBuffer().put(floats, from, count);
      } else if (values instanceof int[] ints) {
        chunk.asIntBuffer().put(ints, from, count);
      } else {
        chunk.put((byte[]) values, from, count);
      }
      writeFully(file, chunk.position(count * width));
      from += count;
    }
  }

  private static void writeFully(FileChannel file, ByteBuffer bytes) throws IOException {
    bytes.flip();
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  /** Fills {@code bytes} with what comes next, and rewinds it. */
  private static ByteBuffer readFully(FileChannel file, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      if (file.read(bytes) < 0) {
        throw new EOFException("it ends after " + file.size() + " bytes");
      }
    }
    return bytes.flip();
  }

  private static ByteBuffer allocate(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
