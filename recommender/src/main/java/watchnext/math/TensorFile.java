package watchnext.math;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * {@link Tensors} in one file: a header that says what follows, then the arrays as they lie in
 * memory, little-endian, so that hundreds of megabytes are read at the speed of the disk.
 *
 * <table>
 *   <caption>Layout</caption>
 *   <tr><td>8 bytes</td><td>the letters {@code WNTENSR1}</td></tr>
 *   <tr><td>int</td><td>length of the header's body</td></tr>
 *   <tr><td>int</td><td>CRC-32C of the body</td></tr>
 *   <tr><td>body</td><td>settings, arrays (name, kind, shape), a CRC-32C for each chunk of data</td></tr>
 *   <tr><td>data</td><td>the arrays in order, each in chunks of {@link TensorChunks#BYTES}</td></tr>
 * </table>
 *
 * <p>Every byte is under a checksum or compared, and lengths are held against the length of the
 * file before anything is allocated: a file that was cut or changed is refused with an {@link
 * IOException} that says where. Nothing in it is an object. <i>Stateless.</i>
 */
public final class TensorFile {

  private static final byte[] MAGIC = {'W', 'N', 'T', 'E', 'N', 'S', 'R', '1'};
  private static final int PREFIX = 16;
  private static final int MOST_ENTRIES = 100_000;

  private TensorFile() {}

  /** Writes {@code tensors} to a file, which is replaced, and forces it to the disk. */
  public static void write(Tensors tensors, Path path) throws IOException {
    try (FileChannel file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      List<TensorChunks.Chunk> chunks = TensorChunks.of(tensors);
      byte[] body = body(tensors, TensorChunks.checksums(chunks));
      ByteBuffer prefix = ByteBuffer.allocate(PREFIX + body.length).order(ByteOrder.LITTLE_ENDIAN);
      prefix.put(MAGIC).putInt(body.length).putInt(checksum(body)).put(body).flip();
      while (prefix.hasRemaining()) {
        file.write(prefix);
      }
      TensorChunks.write(chunks, file);
      file.force(true);
    }
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read, is not of this format, was cut or was changed
   */
  public static Tensors read(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      byte[] body = readBody(path, file);
      try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
        return read(path, file, in, PREFIX + body.length);
      } catch (IllegalArgumentException | ArithmeticException e) {
        throw damaged(path, String.valueOf(e.getMessage()));
      }
    }
  }

  private static byte[] readBody(Path path, FileChannel file) throws IOException {
    ByteBuffer prefix = ByteBuffer.allocate(PREFIX).order(ByteOrder.LITTLE_ENDIAN);
    TensorChunks.readFully(file, prefix, 0);
    if (prefix.hasRemaining()) {
      throw damaged(path, "it ends within its first " + PREFIX + " bytes");
    }
    prefix.flip();
    byte[] magic = new byte[MAGIC.length];
    prefix.get(magic);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new IOException(path + " is not a file of arrays: it does not begin with WNTENSR1");
    }
    int length = prefix.getInt();
    int expected = prefix.getInt();
    if (length < 0 || length > file.size() - PREFIX) {
      throw damaged(path, "its header says it is " + length + " bytes long, the file is shorter");
    }
    ByteBuffer body = ByteBuffer.allocate(length);
    TensorChunks.readFully(file, body, PREFIX);
    if (body.hasRemaining() || checksum(body.array()) != expected) {
      throw damaged(path, "its header does not match its checksum");
    }
    return body.array();
  }

  private static Tensors read(Path path, FileChannel file, DataInputStream in, int dataStart)
      throws IOException {
    Tensors.Builder builder = Tensors.builder();
    int settings = count(in);
    for (int i = 0; i < settings; i++) {
      builder.set(in.readUTF(), in.readUTF());
    }
    List<String> names = new ArrayList<>();
    List<Boolean> floats = new ArrayList<>();
    List<int[]> shapes = new ArrayList<>();
    long values = 0;
    int arrays = count(in);
    for (int i = 0; i < arrays; i++) {
      names.add(in.readUTF());
      floats.add(in.readBoolean());
      int[] shape = new int[in.readUnsignedByte()];
      for (int axis = 0; axis < shape.length; axis++) {
        shape[axis] = in.readInt();
      }
      shapes.add(shape);
      values = Math.addExact(values, length(shape));
    }
    long expected = dataStart + Math.multiplyExact(values, Float.BYTES);
    if (expected != file.size()) {
      throw damaged(path, "it should be " + expected + " bytes long, it is " + file.size());
    }
    for (int i = 0; i < arrays; i++) {
      int length = (int) length(shapes.get(i));
      if (floats.get(i)) {
        builder.put(names.get(i), new float[length], shapes.get(i));
      } else {
        builder.put(names.get(i), new int[length], shapes.get(i));
      }
    }
    Tensors tensors = builder.build();
    List<TensorChunks.Chunk> chunks = TensorChunks.of(tensors);
    int[] checksums = new int[count(in)];
    for (int i = 0; i < checksums.length; i++) {
      checksums[i] = in.readInt();
    }
    if (checksums.length != chunks.size() || in.read() != -1) {
      throw damaged(path, "its header holds too much or too little");
    }
    TensorChunks.read(chunks, checksums, file, dataStart, path);
    return tensors;
  }

  private static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST_ENTRIES) {
      throw new IllegalArgumentException("a count must be in [0, 100000], was " + count);
    }
    return count;
  }

  private static long length(int[] shape) {
    long product = 1;
    for (int axis : shape) {
      product = Math.multiplyExact(product, (long) Math.max(axis, 0));
    }
    return Math.toIntExact(product);
  }

  private static byte[] body(Tensors tensors, int[] checksums) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(tensors.settings().size());
      for (Map.Entry<String, String> setting : tensors.settings().entrySet()) {
        out.writeUTF(setting.getKey());
        out.writeUTF(setting.getValue());
      }
      out.writeInt(tensors.all().size());
      for (Map.Entry<String, Tensors.Tensor> entry : tensors.all().entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeBoolean(entry.getValue().values() instanceof float[]);
        out.writeByte(entry.getValue().shape().length);
        for (int axis : entry.getValue().shape()) {
          out.writeInt(axis);
        }
      }
      out.writeInt(checksums.length);
      for (int checksum : checksums) {
        out.writeInt(checksum);
      }
    }
    return bytes.toByteArray();
  }

  private static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  static IOException damaged(Path path, String why) {
    return new IOException(path + " is damaged: " + why);
  }
}
