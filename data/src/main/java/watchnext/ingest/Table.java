package watchnext.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads one text file row by row in constant memory, and gives every damage its sentence: file,
 * line, column, what was expected.
 *
 * <p>A row must have exactly as many cells as the header, so a damaged row never shifts the next
 * one's columns: when its quotation marks do not match, only its first line is lost and reading
 * goes on with the second. Empty lines are passed over. A damaged header always fails.
 *
 * <p><i>Confined: one thread at a time.</i>
 */
final class Table {

  private static final int ROWS_BETWEEN_REPORTS = 1 << 16;
  private static final int NONE = -1;

  private final Path file;
  private final String name;
  private final Form form;
  private final Columns columns;
  private int freeText = NONE;

  Table(Path file, Form form, Columns columns) {
    this.file = file;
    this.name = String.valueOf(file.getFileName());
    this.form = form;
    this.columns = columns;
  }

  /** This table, in which {@code column} may contain separators where the form cannot quote. */
  Table withFreeText(int column) {
    freeText = form.quoted() ? NONE : column;
    return this;
  }

  /**
   * Hands each good row to {@code action}; bad ones, also those that {@code action} refuses with a
   * {@link BadCell}, go to {@code intake}.
   *
   * @throws BadInputException when the header is damaged, or a row is and the policy says so
   */
  void forEach(Intake intake, Consumer<Row> action) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw damaged("expected a file, found none");
    }
    long rows = 0;
    long totalBytes = Files.size(file);
    try (RowReader reader = new RowReader(file, form)) {
      Row row = begin(reader);
      while (step(reader, row, intake, action)) {
        rows++;
        if (rows % ROWS_BETWEEN_REPORTS == 0) {
          intake.progress().at(name, rows, reader.bytesRead(), totalBytes);
        }
      }
    }
    if (rows == 0 && !form.header()) {
      throw damaged("expected at least one row, the file is empty");
    }
    intake.progress().at(name, rows, totalBytes, totalBytes);
  }

  private Row begin(RowReader reader) throws IOException {
    List<String> cells = reader.cells();
    if (!form.header()) {
      return new Row(columns, form, cells, columns.inOrder(), columns.names().size());
    }
    try {
      if (!reader.next()) {
        throw damaged("expected a line with column names, the file is empty");
      }
      if (cells.stream().anyMatch(CellText::isDamaged)) {
        throw new BadCell("expected column names in " + form.charset().name());
      }
      return new Row(columns, form, cells, columns.placesIn(cells), cells.size());
    } catch (BadCell bad) {
      throw new BadInputException(bad.in(name, reader.line()));
    }
  }

  private boolean step(RowReader reader, Row row, Intake intake, Consumer<Row> action)
      throws IOException {
    try {
      if (!reader.next()) {
        return false;
      }
      row.check(freeText);
      action.accept(row);
    } catch (BadCell bad) {
      intake.bad(bad.in(name, reader.line()));
    }
    return true;
  }

  private BadInputException damaged(String problem) {
    return new BadInputException(new BadRow(name, 0, "", problem));
  }
}
