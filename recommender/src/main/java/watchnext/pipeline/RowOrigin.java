package watchnext.pipeline;

/** Where the rows come from that a ranker learns from. <i>Immutable.</i> */
public enum RowOrigin {
  /** The candidates of stage 1, those not watched well being drawn: what serving asks. */
  CANDIDATES,

  /** Those watched well as before, with eligible videos drawn from the whole catalogue. */
  CATALOGUE,

  /** The logged pages, each with its own labels. */
  PAGES,

  /** The logged pages with candidates beside them. */
  PAGES_AND_CANDIDATES;

  /** Whether the log must say what was shown. */
  boolean needsPages() {
    return this == PAGES || this == PAGES_AND_CANDIDATES;
  }
}
