package watchnext.funnel;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import watchnext.catalog.Context;
import watchnext.math.Matrix;
import watchnext.task.Slate;

/**
 * Keeps served pages in a file that only grows. A page is one record: its length in bytes, then its
 * fields in the order of {@link ServedPage}. A record that a crash cut short is the last one;
 * reading stops before it, and opening the file again removes it.
 *
 * <p><i>Thread-safe: one lock. One process at a time may add.</i>
 */
public final class ServedFile implements ServedLog, Closeable {

  private final FileChannel channel;

  private ServedFile(FileChannel channel) {
    this.channel = channel;
  }

  /** Opens {@code file} to add to it; it is made when it does not exist. */
  public static ServedFile open(Path file) throws IOException {
    long whole = Files.exists(file) ? records(file, new ArrayList<>()) : 0;
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(whole).position(whole);
    return new ServedFile(channel);
  }

  /** The pages of {@code file}, in the order in which they were added. */
  public static List<ServedPage> read(Path file) throws IOException {
    List<ServedPage> pages = new ArrayList<>();
    records(file, pages);
    return pages;
  }

  /** Reads all whole records; answers how many bytes they take. */
  private static long records(Path file, List<ServedPage> pages) throws IOException {
    long whole = 0;
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      long size = Files.size(file);
      while (size - whole >= Integer.BYTES) {
        int length = in.readInt();
        if (length < 0 || length > size - whole - Integer.BYTES) {
          return whole;
        }
        pages.add(page(in.readNBytes(length), file));
        whole += Integer.BYTES + (long) length;
      }
    }
    return whole;
  }

  @Override
  public synchronized void add(ServedPage page) {
    try {
      byte[] record = bytes(page);
      ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES + record.length);
      buffer.putInt(record.length).put(record).flip();
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a served page could not be written: " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    channel.close();
  }

  private static byte[] bytes(ServedPage page) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(page.requestId());
    out.writeUTF(page.arm());
    out.writeLong(page.context().epochSecond());
    out.writeUTF(page.context().device());
    out.writeUTF(page.slate().userId());
    out.writeUTF(page.slate().snapshotVersion());
    out.writeInt(page.slate().items().size());
    for (Slate.Item item : page.slate().items()) {
      out.writeUTF(item.videoId());
      out.writeInt(item.position());
      write(item.sources(), out);
      out.writeInt(item.retrievalRank());
      out.writeFloat(item.rankScore());
      out.writeUTF(item.reason());
      out.writeDouble(item.candidatePropensity());
    }
    write(page.featureNames(), out);
    out.writeInt(page.rows().rows());
    for (float value : page.rows().data()) {
      out.writeFloat(value);
    }
    return bytes.toByteArray();
  }

  private static void write(List<String> texts, DataOutputStream out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  private static ServedPage page(byte[] record, Path file) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(record));
    try {
      String requestId = in.readUTF();
      String arm = in.readUTF();
      Context context = new Context(in.readLong(), in.readUTF());
      Slate slate = slate(in);
      List<String> names = texts(in);
      int count = in.readInt();
      if ((long) count * names.size() * Float.BYTES != in.available()) {
        throw new EOFException();
      }
      Matrix rows = new Matrix(count, names.size());
      for (int i = 0; i < rows.data().length; i++) {
        rows.data()[i] = in.readFloat();
      }
      return new ServedPage(requestId, arm, context, slate, names, rows);
    } catch (EOFException | UTFDataFormatException | IllegalArgumentException e) {
      throw new IOException(file + " must hold served pages, a record does not read as one", e);
    }
  }

  private static Slate slate(DataInputStream in) throws IOException {
    String userId = in.readUTF();
    String version = in.readUTF();
    List<Slate.Item> items = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      items.add(
          new Slate.Item(
              in.readUTF(),
              in.readInt(),
              texts(in),
              in.readInt(),
              in.readFloat(),
              in.readUTF(),
              in.readDouble()));
    }
    return new Slate(userId, version, items);
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(in.readUTF());
    }
    return texts;
  }
}
