package watchnext.feature;

/**
 * How far back a count looks: everything ever, or decayed with a half-life, so that what is popular
 * today and what has always been popular are two numbers. <i>Immutable.</i>
 */
public enum Horizon {
  /** All that was ever observed, each event with weight one. */
  EVER(0, Double.POSITIVE_INFINITY),
  /** Half-life of seven days. */
  WEEK(1, 7 * 86_400.0),
  /** Half-life of one day. */
  DAY(2, 86_400.0);

  private final int place;
  private final double halfLifeSeconds;

  Horizon(int place, double halfLifeSeconds) {
    this.place = place;
    this.halfLifeSeconds = halfLifeSeconds;
  }

  /** The place of this horizon in a row that has them all. */
  int place() {
    return place;
  }

  /** Days that the decayed count of a steady stream amounts to: {@code halfLife / ln 2}. */
  double meanDays() {
    return halfLifeSeconds / 86_400 / Math.log(2);
  }

  /** What is left of a count of one after {@code elapsedSeconds}. */
  double remaining(long elapsedSeconds) {
    return Decay.remaining(halfLifeSeconds, elapsedSeconds);
  }
}
