package watchnext.model.ranker;

/** A library of the operating system that is not there, with one sentence on what to install. */
public final class MissingLibraryException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  /** Something could not be loaded because of {@code cause}; {@code sentence} says what to do. */
  public MissingLibraryException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
