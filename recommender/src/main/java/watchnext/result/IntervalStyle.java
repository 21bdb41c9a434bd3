package watchnext.result;

/** How an interval is written for people. */
public enum IntervalStyle {
  /** Both ends: {@code 0.2003 [0.1705, 0.2344]}. */
  ENDS,
  /**
   * The distance of the farther end, so that the interval lies within: {@code 0.2003 ±0.0341}. It
   * takes two thirds of the room.
   */
  FARTHER_END
}
