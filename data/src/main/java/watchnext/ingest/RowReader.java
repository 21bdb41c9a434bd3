package watchnext.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * Cuts a file into rows and cells by FastCSV. Behind a row that FastCSV refuses it begins anew with
 * the row's second line, so that one stray quotation mark costs one row, not the rest of the file.
 *
 * <p>Bytes that are no text become {@link #NO_TEXT}; a byte order mark at the start is passed over.
 * Encodings are those in which a byte of a line break is nothing else (UTF-8, Latin-1). Cost: each
 * byte is read once, and once more when rows are refused behind it. <i>Confined: one thread at a
 * time.</i>
 */
final class RowReader implements Closeable {

  /** Stands for bytes that are no text: an unpaired surrogate, which no decoder lets through. */
  static final char NO_TEXT = '\uDC80';

  /** Another unpaired surrogate: nothing is quoted by it. */
  private static final char NO_QUOTE = '\uDFFF';

  private static final ByteBuffer MARK =
      ByteBuffer.wrap(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});

  private final SeekableByteChannel bytes;
  private final Form form;
  private final Cells cells;
  private Iterator<Cells> rows;
  private long start;
  private long linesBefore;
  private long line;

  RowReader(Path file, Form form) throws IOException {
    this.bytes = Files.newByteChannel(file);
    this.form = form;
    this.cells = new Cells(form);
    ByteBuffer first = ByteBuffer.allocate(MARK.capacity());
    bytes.read(first);
    start = first.flip().equals(MARK) ? MARK.capacity() : 0;
    rows = rows();
  }

  private Iterator<Cells> rows() throws IOException {
    Reader text =
        Channels.newReader(
            bytes.position(start),
            form.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(NO_TEXT)),
            -1);
    return CsvReader.builder()
        .fieldSeparator(form.separator())
        .quoteCharacter(form.quoted() ? '"' : NO_QUOTE)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .maxBufferSize(Cells.MOST_CHARACTERS)
        .build(cells, text)
        .iterator();
  }

  /** The cells of the row in hand, in a list that the next row overwrites. */
  List<String> cells() {
    return cells.texts();
  }

  /** The first line of the row in hand, from 1. */
  long line() {
    return line;
  }

  /** Bytes read so far. */
  long bytesRead() throws IOException {
    return bytes.position();
  }

  /**
   * Moves to the next row that is not an empty line; false at the end of the file.
   *
   * @throws BadCell when the row has stray quotation marks or is too long; the next call goes on
   *     behind its first line
   */
  boolean next() throws IOException {
    try {
      boolean found = rows.hasNext();
      line = linesBefore + cells.line();
      if (found) {
        rows.next().check();
      }
      return found;
    } catch (CsvParseException e) {
      line = linesBefore + cells.line();
      throw refused(e, skipLine());
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static BadCell refused(CsvParseException e, long bytesOfLine) {
    if (bytesOfLine > Cells.MOST_CHARACTERS) {
      return Cells.tooLong();
    }
    boolean closed = String.valueOf(e.getMessage()).contains("after closing quote");
    return closed ? Cells.strayQuote() : new BadCell("expected a closing quotation mark");
  }

  /** Begins anew behind the line in hand; its length in bytes. */
  private long skipLine() throws IOException {
    InputStream input = new BufferedInputStream(Channels.newInputStream(bytes.position(start)));
    long length = 0;
    for (; linesBefore < line; linesBefore++) {
      length = lengthOfLine(input);
      start += length;
    }
    rows = rows();
    return length;
  }

  private static long lengthOfLine(InputStream input) throws IOException {
    long length = 0;
    int last = 0;
    while (last != '\n' && last != '\r' && last >= 0) {
      last = input.read();
      length += last < 0 ? 0 : 1;
    }
    input.mark(1);
    if (last == '\r' && input.read() == '\n') {
      return length + 1;
    }
    input.reset();
    return length;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
