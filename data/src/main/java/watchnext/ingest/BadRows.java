package watchnext.ingest;

/** What to do with a row that does not say what its format promises. */
public enum BadRows {
  /** Stop at the first one with a {@link BadInputException}. */
  FAIL,
  /** Leave it out, count it and list it in {@link SkippedRows}. */
  SKIP
}
