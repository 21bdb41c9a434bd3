package watchnext.simulation;

import java.util.Arrays;
import watchnext.event.EventLog;

/**
 * What came of one policy: counts by user and by day, how often each video was shown, and the
 * events. <i>Immutable.</i>
 */
public final class Run {

  private final String policy;
  private final MeasureTotals ofUser;
  private final MeasureTotals ofDay;
  private final int[] shows;
  private final int videosAtEnd;
  private final EventLog events;

  Run(
      String policy,
      MeasureTotals ofUser,
      MeasureTotals ofDay,
      int[] shows,
      int videosAtEnd,
      EventLog events) {
    this.policy = policy;
    this.ofUser = ofUser;
    this.ofDay = ofDay;
    this.shows = shows;
    this.videosAtEnd = videosAtEnd;
    this.events = events;
  }

  /** Name of the policy. */
  public String policy() {
    return policy;
  }

  /** Number of days of the loop. */
  public int days() {
    return ofDay.of(Measure.SESSIONS).length;
  }

  /** Number of users of the world. */
  public int users() {
    return ofUser.of(Measure.SESSIONS).length;
  }

  /** Number of videos of the world. */
  public int videos() {
    return shows.length;
  }

  /** A count over all users and days. */
  public double total(Measure measure) {
    return Arrays.stream(ofUser.of(measure)).sum();
  }

  /** A count of one user. */
  public double ofUser(Measure measure, int user) {
    return ofUser.of(measure)[user];
  }

  /** A count of one day. */
  public double ofDay(Measure measure, int day) {
    return ofDay.of(measure)[day];
  }

  /** How often a video was shown. */
  public int shows(int video) {
    return shows[video];
  }

  /** The share of the videos there were at the end of the loop that were shown at least once. */
  public double coverage() {
    return (double) Arrays.stream(shows).filter(times -> times > 0).count() / videosAtEnd;
  }

  /** All that happened in the loop and was known at its end, in order of time. */
  public EventLog events() {
    return events;
  }
}
