package watchnext.simulation;

/** What is counted in a loop, per user and per day. */
public enum Measure {
  /** Visits that ended, or were still going on at the end; each counts on its first day. */
  SESSIONS,
  /** Sessions that ended. */
  LEAVES,
  /** Sessions after which the user came back within 24 hours. */
  RETURNS,
  /** Pages shown. */
  PAGES,
  /** Videos shown. */
  IMPRESSIONS,
  /** Videos shown within {@value Tally#NEW_DAYS} days of their upload. */
  NEW_IMPRESSIONS,
  /** Videos opened. */
  CLICKS,
  /** Seconds watched. */
  WATCH_SECONDS,
  /** Watches that count as good, see {@code event.Satisfaction}. */
  GOOD_WATCHES,
  /** Likes. */
  LIKES
}
