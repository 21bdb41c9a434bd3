package watchnext.feature;

/** What a {@link TasteProfile} counts of a topic. <i>Immutable.</i> */
enum Experience {
  /** A video of the topic was shown. */
  SHOWN(0),
  /** One was opened. */
  CLICKED(1),
  /** One was watched well, rated well or liked. */
  GOOD(2),
  /** One was left early, rated badly or refused. */
  BAD(3);

  private final int column;

  Experience(int column) {
    this.column = column;
  }

  /** The place of this count in an entry. */
  int column() {
    return column;
  }
}
