package watchnext.ingest;

/**
 * The row in hand is bad. Thrown by {@link Row} and caught by {@link Table}, which knows file and
 * line; without a stack trace, because a file may have millions of these.
 */
final class BadCell extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String column;

  /** A fault of one column. */
  BadCell(String column, String problem) {
    super(problem, null, false, false);
    this.column = column;
  }

  /** A fault of the row as a whole. */
  BadCell(String problem) {
    this("", problem);
  }

  /** The fault with its place. */
  BadRow in(String file, long line) {
    return new BadRow(file, line, column, String.valueOf(getMessage()));
  }
}
