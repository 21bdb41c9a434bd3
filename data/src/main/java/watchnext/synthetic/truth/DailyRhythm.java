package watchnext.synthetic.truth;

/**
 * When in the day people come: traffic per hour of a large short-video application, lowest at 4 and
 * highest at 21 o'clock, all clocks being UTC.
 *
 * <p>It is a bent clock: {@link #activity} turns seconds into <i>active seconds</i>, which run fast
 * in the evening and slowly at night, a day of them to a day; {@link #instant} turns them back. A
 * user who stays away for a random stretch of active time returns at hours people return at.
 * Volumes by hour after KuaiRand-27K [gao2022]. <i>Immutable.</i>
 */
public final class DailyRhythm {

  private static final double[] VOLUME = {
    10, 6.5, 4.3, 3.1, 2.6, 3.2, 5.5, 8.5, 10.5, 11.5, 12.5, 14, 16.5, 16, 13.5, 13, 13.5, 15, 17.5,
    20, 22, 22, 20, 15.5
  };
  private static final double DAY = 86_400;
  private static final double HOUR = 3600;
  private static final double[] UNTIL = cumulative();

  private DailyRhythm() {}

  private static double[] cumulative() {
    double[] until = new double[VOLUME.length + 1];
    for (int h = 0; h < VOLUME.length; h++) {
      until[h + 1] = until[h] + VOLUME[h];
    }
    double total = until[VOLUME.length];
    for (int h = 0; h < until.length; h++) {
      until[h] *= DAY / total;
    }
    return until;
  }

  /** Active seconds of {@code seconds}. */
  public static double activity(double seconds) {
    double day = Math.floor(seconds / DAY);
    double rest = seconds - day * DAY;
    int hour = Math.min(23, (int) (rest / HOUR));
    double part = (rest - hour * HOUR) / HOUR;
    return day * DAY + UNTIL[hour] + part * (UNTIL[hour + 1] - UNTIL[hour]);
  }

  /** The inverse of {@link #activity}. */
  public static double instant(double activity) {
    double day = Math.floor(activity / DAY);
    double rest = activity - day * DAY;
    int hour = 0;
    while (hour < 23 && UNTIL[hour + 1] <= rest) {
      hour++;
    }
    double part = (rest - UNTIL[hour]) / (UNTIL[hour + 1] - UNTIL[hour]);
    return day * DAY + (hour + part) * HOUR;
  }
}
