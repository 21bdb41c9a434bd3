package watchnext.event;

/** The kinds of {@link Event}, each with the byte that a log stores. */
public enum EventKind {
  /** A video was shown. */
  IMPRESSION(0),
  /** A video was opened. */
  CLICK(1),
  /** A video was watched. */
  WATCH(2),
  /** A video was liked. */
  LIKE(3),
  /** The user wants no more of it. */
  NOT_INTERESTED(4),
  /** Stars were given. */
  RATING(5);

  private static final EventKind[] BY_CODE = values();

  private final byte code;

  EventKind(int code) {
    this.code = (byte) code;
  }

  /** The byte that stands for this kind. */
  byte code() {
    return code;
  }

  /** The kind stored as {@code code}. */
  static EventKind of(byte code) {
    return BY_CODE[code];
  }
}
