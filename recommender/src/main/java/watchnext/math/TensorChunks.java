package watchnext.math;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/**
 * The data of a {@link TensorFile} in pieces that are read, checked and copied side by side by all
 * processors. A piece fits the processor's cache, where it is read three times. <i>Stateless.</i>
 */
final class TensorChunks {

  /** Most bytes of a chunk. */
  static final int BYTES = 1 << 20;

  private TensorChunks() {}

  /**
   * A piece of an array.
   *
   * @param array a float[], an int[] or a byte[]
   * @param from first value
   * @param length number of values
   * @param position where it begins, in bytes from the start of the data
   */
  record Chunk(Object array, int from, int length, long position) {

    int bytes() {
      return length * TensorHeader.Kind.of(array).width;
    }

    void copyInto(ByteBuffer bytes) {
      bytes.clear();
      if (array instanceof float[] floats) {
        bytes.asFloatBuffer().put(floats, from, length);
      } else if (array instanceof int[] ints) {
        bytes.asIntBuffer().put(ints, from, length);
      } else {
        bytes.put((byte[]) array, from, length).rewind();
      }
      bytes.limit(bytes());
    }

    void copyFrom(ByteBuffer bytes) {
      if (array instanceof float[] floats) {
        bytes.asFloatBuffer().get(floats, from, length);
      } else if (array instanceof int[] ints) {
        bytes.asIntBuffer().get(ints, from, length);
      } else {
        bytes.get((byte[]) array, from, length);
      }
    }
  }

  /** All arrays in order, cut up. */
  static List<Chunk> of(Tensors tensors) {
    List<Chunk> chunks = new ArrayList<>();
    long position = 0;
    for (Tensors.Tensor tensor : tensors.all().values()) {
      Object array = tensor.values();
      int most = BYTES / TensorHeader.Kind.of(array).width;
      int length = Array.getLength(array);
      for (int from = 0; from < length; from += most) {
        Chunk chunk = new Chunk(array, from, Math.min(most, length - from), position);
        chunks.add(chunk);
        position += chunk.bytes();
      }
    }
    return chunks;
  }

  static int[] checksums(List<Chunk> chunks) {
    ByteBuffer bytes = buffer();
    int[] checksums = new int[chunks.size()];
    for (int i = 0; i < checksums.length; i++) {
      chunks.get(i).copyInto(bytes);
      checksums[i] = checksum(bytes);
    }
    return checksums;
  }

  static void write(List<Chunk> chunks, FileChannel file) throws IOException {
    ByteBuffer bytes = buffer();
    for (Chunk chunk : chunks) {
      chunk.copyInto(bytes);
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    }
  }

  /** Fills the arrays, by as many threads as there are processors. */
  static void read(List<Chunk> chunks, int[] checksums, FileChannel file, long dataStart, Path path)
      throws IOException {
    AtomicInteger next = new AtomicInteger();
    int workers = Math.min(chunks.size(), Runtime.getRuntime().availableProcessors());
    try {
      IntStream.range(0, workers)
          .parallel()
          .forEach(worker -> readSome(chunks, checksums, file, dataStart, path, next));
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static void readSome(
      List<Chunk> chunks,
      int[] checksums,
      FileChannel file,
      long dataStart,
      Path path,
      AtomicInteger next) {
    ByteBuffer bytes = buffer();
    for (int i = next.getAndIncrement(); i < checksums.length; i = next.getAndIncrement()) {
      Chunk chunk = chunks.get(i);
      try {
        bytes.clear().limit(chunk.bytes());
        readFully(file, bytes, dataStart + chunk.position());
        bytes.flip();
        if (checksum(bytes) != checksums[i]) {
          throw TensorFile.damaged(path, "part " + i + " of its data does not match its checksum");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e.getMessage(), e);
      }
      bytes.rewind();
      chunk.copyFrom(bytes);
    }
  }

  /** Reads until the buffer is full or the file ends. */
  static void readFully(FileChannel file, ByteBuffer bytes, long from) throws IOException {
    long position = from;
    while (bytes.hasRemaining()) {
      int read = file.read(bytes, position);
      if (read < 0) {
        return;
      }
      position += read;
    }
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    bytes.rewind();
    return (int) crc.getValue();
  }

  private static ByteBuffer buffer() {
    return ByteBuffer.allocateDirect(BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }
}
