package watchnext.ingest;

/**
 * A file does not say what its format promises; the message is one sentence that names file, line,
 * column and what was expected there.
 */
public final class BadInputException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final transient BadRow row;

  /** The exception for {@code row}. */
  public BadInputException(BadRow row) {
    super(row.sentence());
    this.row = row;
  }

  /** Where, and what was expected. */
  public BadRow row() {
    return row;
  }
}
