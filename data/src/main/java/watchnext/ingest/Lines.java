package watchnext.ingest;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/**
 * A text as physical lines in a window of memory that never holds much more than one row, however
 * long a line is.
 *
 * <p>A line ends at LF, CR LF or CR; a byte order mark at the start is passed over. Several lines
 * can be taken as one row ({@link #extend}, for line breaks inside quotation marks) and given back
 * ({@link #retreat}), so that one stray quotation mark costs one row and not the rest of the file.
 *
 * <p>Bytes that are no text become {@link #NO_TEXT}, an unpaired surrogate, which no correct file
 * can contain; {@link #isDamaged} then says so. <i>Confined: one thread at a time.</i>
 */
final class Lines implements Closeable {

  /** The longest row, in characters. */
  static final int MOST_CHARACTERS = 1 << 20;

  /** Stands for bytes that the encoding does not know. */
  static final char NO_TEXT = '\uDC80';

  private static final int BUFFER = 1 << 13;

  private final CountingStream bytes;
  private final Reader reader;
  private char[] buffer = new char[BUFFER];
  private int limit;
  private int from;
  private int to;
  private int next;
  private int firstTo;
  private int firstNext;
  private int quotes;
  private boolean damaged;
  private boolean tooLong;
  private long row;
  private long line;

  Lines(InputStream input, Charset charset) throws IOException {
    bytes = new CountingStream(input);
    reader =
        new InputStreamReader(
            bytes,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(NO_TEXT)));
    if (fill() && buffer[0] == '\uFEFF') {
      next = 1;
    }
  }

  /** Moves to the next line; false at the end of the text. */
  boolean next() throws IOException {
    from = next;
    quotes = 0;
    damaged = false;
    tooLong = false;
    if (next == limit && !fill()) {
      return false;
    }
    line++;
    row = line;
    scan(false);
    firstTo = to;
    firstNext = next;
    return true;
  }

  /** Takes one more line into the row; false at the end of the text or over the longest row. */
  boolean extend() throws IOException {
    if (next == limit && !fill()) {
      return false;
    }
    line++;
    return scan(true);
  }

  /** Gives back all lines of the row but its first. */
  void retreat() {
    to = firstTo;
    next = firstNext;
    line = row;
  }

  char[] chars() {
    return buffer;
  }

  int from() {
    return from;
  }

  /** The end of the row, without its line break. */
  int to() {
    return to;
  }

  /** The number of the row's first line, from 1. */
  long number() {
    return row;
  }

  /** Quotation marks in the row. */
  int quotes() {
    return quotes;
  }

  /** Whether the row has {@link #NO_TEXT} in it. */
  boolean isDamaged() {
    return damaged;
  }

  /** Whether the row was longer than the longest row; its characters are gone. */
  boolean isTooLong() {
    return tooLong;
  }

  /** Bytes read from the file so far. */
  long bytesRead() {
    return bytes.count;
  }

  /** Sets {@link #to} and {@link #next} to the end of the line that begins at {@link #next}. */
  private boolean scan(boolean extending) throws IOException {
    int i = next;
    while (true) {
      if (i == limit) {
        next = i;
        if (!fill()) {
          to = next;
          return true;
        }
        i = next;
      }
      if (i - from > MOST_CHARACTERS) {
        if (extending) {
          return false;
        }
        tooLong = true;
        from = i;
      }
      char c = buffer[i];
      if (c == '\n' || c == '\r') {
        endLine(i, c);
        return true;
      }
      if (c == '"') {
        quotes++;
      } else if (c == NO_TEXT && (i == from || !Character.isHighSurrogate(buffer[i - 1]))) {
        damaged = true;
      }
      i++;
    }
  }

  private void endLine(int at, char c) throws IOException {
    next = at + 1;
    if (c == '\r' && (next < limit || fill()) && buffer[next] == '\n') {
      next++;
      to = next - 2;
    } else {
      to = next - 1;
    }
  }

  /** Reads more behind {@link #limit}; moves the row to the front of the buffer when it is full. */
  private boolean fill() throws IOException {
    if (limit == buffer.length) {
      char[] target = from > 0 ? buffer : new char[buffer.length * 2];
      System.arraycopy(buffer, from, target, 0, limit - from);
      buffer = target;
      limit -= from;
      to -= from;
      next -= from;
      firstTo -= from;
      firstNext -= from;
      from = 0;
    }
    int read = reader.read(buffer, limit, buffer.length - limit);
    if (read <= 0) {
      return false;
    }
    limit += read;
    return true;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** Counts the bytes that pass. */
  private static final class CountingStream extends FilterInputStream {
    private long count;

    CountingStream(InputStream input) {
      super(input);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
