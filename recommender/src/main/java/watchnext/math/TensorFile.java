package watchnext.math;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * {@link Tensors} in one file: a header that says what follows, then the arrays as they lie in
 * memory, little-endian, so that hundreds of megabytes are read at the speed of the disk.
 *
 * <table>
 *   <caption>Layout</caption>
 *   <tr><td>8 bytes</td><td>the letters {@code WNTENSR2}</td></tr>
 *   <tr><td>int</td><td>length of the header's body</td></tr>
 *   <tr><td>int</td><td>CRC-32C of the body</td></tr>
 *   <tr><td>body</td><td>{@link TensorHeader}: settings, arrays (name, kind, shape), a CRC-32C for each
 *   chunk of data</td></tr>
 *   <tr><td>data</td><td>the arrays in order, each in chunks of {@link TensorChunks#BYTES}</td></tr>
 * </table>
 *
 * <p>Every byte is under a checksum or compared, and lengths are held against the length of the
 * file before anything is allocated: a file that was cut or changed is refused with an {@link
 * IOException} that says where. Nothing in it is an object. <i>Stateless.</i>
 */
public final class TensorFile {

  private static final byte[] MAGIC = {'W', 'N', 'T', 'E', 'N', 'S', 'R', '2'};
  private static final int PREFIX = 16;

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
      byte[] body = TensorHeader.of(tensors, TensorChunks.checksums(chunks)).encode();
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
      try {
        return read(path, file, body);
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
      throw new IOException(path + " is not a file of arrays: it does not begin with WNTENSR2");
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

  private static Tensors read(Path path, FileChannel file, byte[] body) throws IOException {
    TensorHeader header = TensorHeader.decode(body);
    int dataStart = PREFIX + body.length;
    long expected = dataStart + header.bytes();
    if (expected != file.size()) {
      throw damaged(path, "it should be " + expected + " bytes long, it is " + file.size());
    }
    // Arrays are allocated only now, when the file is known to be long enough to fill them.
    Tensors tensors = header.allocate();
    List<TensorChunks.Chunk> chunks = TensorChunks.of(tensors);
    if (header.checksums().length != chunks.size()) {
      throw damaged(path, "its header holds too many or too few checksums");
    }
    TensorChunks.read(chunks, header.checksums(), file, dataStart, path);
    return tensors;
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
