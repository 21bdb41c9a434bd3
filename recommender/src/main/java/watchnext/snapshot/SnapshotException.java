package watchnext.snapshot;

/** A snapshot that cannot be trusted, with one sentence that says what is wrong with it. */
public final class SnapshotException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** A snapshot refused because of {@code sentence}. */
  public SnapshotException(String sentence) {
    super(sentence);
  }

  /** A snapshot refused because of {@code sentence}, which {@code cause} explains further. */
  public SnapshotException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
