package watchnext.assembly;

/** The sources of stage 1, the most trusted first. */
public enum SourceKind {
  /** Nearest in embedding space. */
  TWO_TOWER("two-tower"),
  /** Watched together with the latest watches. */
  NEIGHBOURS("neighbours"),
  /** Best by matrix factorization. */
  ALS("als"),
  /** Most watched, over the window that did best. */
  POPULAR("popular"),
  /** Most watched of the last week. */
  TRENDING("trending"),
  /** Most watched among users of the same kind. */
  SEGMENT("segment"),
  /** By the creators watched last. */
  CREATOR("creator"),
  /** Newest uploads, the nearest first. */
  FRESH("fresh"),
  /** Videos that training never met, the nearest first. */
  COLD("cold"),
  /** Newest uploads, drawn at random. */
  EXPLORE("explore");

  private final String label;

  SourceKind(String label) {
    this.label = label;
  }

  /** The name in tables, traces and answers. */
  public String label() {
    return label;
  }
}
