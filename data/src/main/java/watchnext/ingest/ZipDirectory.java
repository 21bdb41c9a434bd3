package watchnext.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Looks through the central directory of a zip archive before anything is unpacked, for what {@link
 * java.util.zip.ZipFile} does not tell: links, devices and encrypted entries, and how many entries
 * there are before it makes an object of each. Layout after the .ZIP File Format Specification
 * [appnote], sections 4.3.12 and 4.3.16. <i>Immutable.</i>
 */
final class ZipDirectory {

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int MOST_COMMENT = 0xFFFF;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int ENTRY_BYTES = 46;
  private static final int MOST_DIRECTORY = 16 << 20;
  private static final int FILE_TYPE = 0xF000;
  private static final int REGULAR_FILE = 0x8000;
  private static final int FOLDER = 0x4000;

  private ZipDirectory() {}

  /**
   * Refuses what is no plain archive of files and folders.
   *
   * @throws DownloadException with a sentence that says why
   */
  static void check(Path archive, UnpackLimits limits) throws IOException {
    try (FileChannel channel = FileChannel.open(archive)) {
      ByteBuffer tail =
          read(channel, Math.max(0, channel.size() - END_BYTES - MOST_COMMENT), archive);
      int end = endOf(tail, archive);
      long endPosition = channel.size() - tail.limit() + end;
      long size = Integer.toUnsignedLong(tail.getInt(end + 12));
      if (size > MOST_DIRECTORY || size > endPosition) {
        throw refused(archive, "its table of contents is too large or of the zip64 kind");
      }
      ByteBuffer directory = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
      fill(channel, directory, endPosition - size, archive);
      checkEntries(directory, archive, limits);
    }
  }

  private static ByteBuffer read(FileChannel channel, long from, Path archive) throws IOException {
    ByteBuffer buffer =
        ByteBuffer.allocate((int) (channel.size() - from)).order(ByteOrder.LITTLE_ENDIAN);
    fill(channel, buffer, from, archive);
    return buffer;
  }

  private static void fill(FileChannel channel, ByteBuffer buffer, long from, Path archive)
      throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        throw refused(archive, "it ends too early");
      }
    }
    buffer.flip();
  }

  /** Where the record of the end begins in the last bytes of the file. */
  private static int endOf(ByteBuffer tail, Path archive) throws IOException {
    for (int i = tail.limit() - END_BYTES; i >= 0; i--) {
      if (tail.getInt(i) == END_SIGNATURE
          && i + END_BYTES + Short.toUnsignedInt(tail.getShort(i + 20)) == tail.limit()) {
        return i;
      }
    }
    throw refused(archive, "it is no zip archive, or cut short");
  }

  private static void checkEntries(ByteBuffer directory, Path archive, UnpackLimits limits)
      throws IOException {
    int entries = 0;
    int at = 0;
    while (at < directory.limit()) {
      if (directory.limit() - at < ENTRY_BYTES || directory.getInt(at) != ENTRY_SIGNATURE) {
        throw refused(archive, "its table of contents is damaged");
      }
      entries++;
      if (entries > limits.entries()) {
        throw refused(archive, "it has more than " + limits.entries() + " entries");
      }
      int nameBytes = Short.toUnsignedInt(directory.getShort(at + 28));
      int length =
          ENTRY_BYTES
              + nameBytes
              + Short.toUnsignedInt(directory.getShort(at + 30))
              + Short.toUnsignedInt(directory.getShort(at + 32));
      if (length > directory.limit() - at) {
        throw refused(archive, "its table of contents is damaged");
      }
      byte[] name = new byte[nameBytes];
      directory.get(at + ENTRY_BYTES, name);
      checkKind(directory, at, archive, new String(name, UTF_8));
      at += length;
    }
  }

  /** The upper half of the external attributes is the Unix mode, 0 when made elsewhere. */
  private static void checkKind(ByteBuffer directory, int at, Path archive, String name)
      throws IOException {
    int type = (directory.getInt(at + 38) >>> 16) & FILE_TYPE;
    if (type != 0 && type != REGULAR_FILE && type != FOLDER) {
      throw refused(archive, CellText.shown(name) + " is a link or device, not a file");
    }
    if ((directory.getShort(at + 8) & 1) != 0) {
      throw refused(archive, CellText.shown(name) + " is encrypted");
    }
  }

  static DownloadException refused(Path archive, String why) {
    return new DownloadException(archive.getFileName() + " was not unpacked: " + why);
  }
}
