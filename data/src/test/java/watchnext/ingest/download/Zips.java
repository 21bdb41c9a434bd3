package watchnext.ingest.download;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes archives, honest ones and others. */
final class Zips {

  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int END_SIGNATURE = 0x06054b50;

  private Zips() {}

  static byte[] of(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] of(String name, String text) {
    return of(Map.of(name, text.getBytes(UTF_8)));
  }

  /** The first entry's record in the table of contents, to be changed in place. */
  static ByteBuffer firstEntry(byte[] zip) {
    ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int end = find(buffer, END_SIGNATURE, zip.length - 22);
    int at = buffer.getInt(end + 16);
    if (buffer.getInt(at) != ENTRY_SIGNATURE) {
      throw new IllegalStateException("no table of contents at " + at);
    }
    return buffer.slice(at, zip.length - at).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Sets the Unix mode of the first entry. */
  static byte[] withMode(byte[] zip, int mode) {
    byte[] changed = zip.clone();
    firstEntry(changed).putInt(38, mode << 16);
    return changed;
  }

  /** Lies about the inflated size of the first entry. */
  static byte[] withSize(byte[] zip, int size) {
    byte[] changed = zip.clone();
    firstEntry(changed).putInt(24, size);
    return changed;
  }

  /** Names the one entry {@code times} times over the same compressed bytes. */
  static byte[] overlapping(byte[] zip, int times) {
    ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int end = find(buffer, END_SIGNATURE, zip.length - 22);
    int start = buffer.getInt(end + 16);
    int length = end - start;
    ByteBuffer result =
        ByteBuffer.allocate(start + length * times + 22).order(ByteOrder.LITTLE_ENDIAN);
    result.put(zip, 0, start);
    for (int i = 0; i < times; i++) {
      result.put(zip, start, length);
      result.put(result.position() - length + 46, (byte) ('!' + i));
    }
    result.put(zip, end, 22);
    int newEnd = result.position() - 22;
    result.putShort(newEnd + 8, (short) times);
    result.putShort(newEnd + 10, (short) times);
    result.putInt(newEnd + 12, length * times);
    return result.array();
  }

  private static int find(ByteBuffer buffer, int signature, int from) {
    for (int i = from; i >= 0; i--) {
      if (buffer.getInt(i) == signature) {
        return i;
      }
    }
    throw new IllegalStateException("no zip archive");
  }
}
