package watchnext.ingest;

/**
 * Where a file is wrong, and what was expected there. <i>Immutable.</i>
 *
 * @param file the file's name
 * @param line the first line of the row, from 1; 0 when the whole file is meant
 * @param column the column's name, empty when the whole row is meant
 * @param problem what was expected, and what was found
 */
public record BadRow(String file, long line, String column, String problem) {

  /** All of it in one sentence. */
  public String sentence() {
    String where = file;
    if (line > 0) {
      where += ", line " + line;
    }
    if (!column.isEmpty()) {
      where += ", column " + column;
    }
    return where + ": " + problem;
  }
}
