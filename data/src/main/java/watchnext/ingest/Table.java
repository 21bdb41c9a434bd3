package watchnext.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/**
 * Reads one text file row by row in constant memory, and gives every damage its sentence: file,
 * line, column, what was expected.
 *
 * <p>A row without quotation marks is cut in place; one with them is given whole to FastCSV. A row
 * must have exactly as many cells as the header, so a damaged row never shifts the next one's
 * columns: when its quotation marks do not match, only its first line is lost and reading goes on
 * with the second. Empty lines are passed over. A damaged header always fails.
 *
 * <p><i>Confined: one thread at a time.</i>
 */
final class Table {

  private static final int ROWS_BETWEEN_REPORTS = 1 << 16;

  private final Path file;
  private final String name;
  private final Form form;
  private final Columns columns;
  private final CsvReader.CsvReaderBuilder quotedRows;
  private int freeText = -1;

  Table(Path file, Form form, Columns columns) {
    this.file = file;
    this.name = String.valueOf(file.getFileName());
    this.form = form;
    this.columns = columns;
    this.quotedRows =
        CsvReader.builder().fieldSeparator(form.separator()).allowUnclosedQuote(false);
  }

  /** This table, in which {@code column} may contain separators (files that cannot quote). */
  Table withFreeText(int column) {
    freeText = column;
    return this;
  }

  /**
   * Hands each good row to {@code action}; bad ones, also those that {@code action} refuses with a
   * {@link BadCell}, go to {@code intake}.
   *
   * @return the number of rows, bad ones included
   * @throws BadInputException when the header is damaged, or a row is and the policy says so
   */
  long forEach(Intake intake, Consumer<Row> action) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadInputException(new BadRow(name, 0, "", "expected a file, found none"));
    }
    long totalBytes = Files.size(file);
    long rows = 0;
    try (Lines lines = new Lines(Files.newInputStream(file), form.charset())) {
      Row row = begin(lines);
      while (lines.next()) {
        if (lines.from() == lines.to() && !lines.isTooLong()) {
          continue;
        }
        long number = lines.number();
        try {
          cut(lines, row);
          action.accept(row);
        } catch (BadCell bad) {
          intake.bad(bad.in(name, number));
        }
        rows++;
        if (rows % ROWS_BETWEEN_REPORTS == 0) {
          intake.progress().at(name, rows, lines.bytesRead(), totalBytes);
        }
      }
    }
    if (rows == 0 && !form.header()) {
      throw new BadInputException(
          new BadRow(name, 0, "", "expected at least one row, the file is empty"));
    }
    intake.progress().at(name, rows, totalBytes, totalBytes);
    return rows;
  }

  private Row begin(Lines lines) throws IOException {
    if (!form.header()) {
      return new Row(columns, form, columns.inOrder(), columns.names().size());
    }
    if (!lines.next()) {
      throw new BadInputException(
          new BadRow(name, 0, "", "expected a line with column names, the file is empty"));
    }
    try {
      List<String> header = header(lines);
      return new Row(columns, form, columns.placesIn(header), header.size());
    } catch (BadCell bad) {
      throw new BadInputException(bad.in(name, lines.number()));
    }
  }

  private List<String> header(Lines lines) throws IOException {
    checkLine(lines);
    if (lines.isDamaged()) {
      throw new BadCell("expected column names in " + form.charset().name());
    }
    return lines.quotes() > 0
        ? quotedCells(lines)
        : List.of(text(lines).split(form.separator(), -1));
  }

  private void cut(Lines lines, Row row) throws IOException {
    checkLine(lines);
    if (form.quoted() && lines.quotes() > 0) {
      try {
        row.take(quotedCells(lines));
        row.checkWidth();
      } catch (BadCell bad) {
        lines.retreat();
        throw bad;
      }
    } else {
      row.cut(lines.chars(), lines.from(), lines.to());
      if (freeText >= 0) {
        row.joinText(freeText);
      }
      row.checkWidth();
    }
    if (lines.isDamaged()) {
      row.checkText();
    }
  }

  private static void checkLine(Lines lines) {
    if (lines.isTooLong()) {
      throw new BadCell("expected at most " + Lines.MOST_CHARACTERS + " characters in a row");
    }
  }

  /** The cells of a row with quotation marks, which come in pairs when the row is whole. */
  private List<String> quotedCells(Lines lines) throws IOException {
    while (lines.quotes() % 2 != 0) {
      if (!lines.extend()) {
        throw new BadCell("expected a closing quotation mark");
      }
    }
    Iterator<CsvRecord> records = quotedRows.ofCsvRecord(text(lines)).iterator();
    try {
      List<String> cells = records.next().getFields();
      // Marks that pair up across a line break without enclosing it: two rows, not one.
      if (!records.hasNext()) {
        return cells;
      }
    } catch (CsvParseException | NoSuchElementException e) {
      // The same sentence for both.
    }
    throw new BadCell("expected quotation marks only around a cell, and doubled inside it");
  }

  private static String text(Lines lines) {
    return new String(lines.chars(), lines.from(), lines.to() - lines.from());
  }
}
