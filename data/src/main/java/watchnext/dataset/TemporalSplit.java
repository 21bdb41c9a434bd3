package watchnext.dataset;

import java.time.Instant;
import watchnext.event.EventLog;
import watchnext.require.Require;

/**
 * One global cut for all users: train before {@code validationFrom}, validation before {@code
 * testFrom}, test after. The rankers learn from the last part of train, {@code [rankerFrom,
 * validationFrom)}, with retrievers that were fitted strictly before it; otherwise the retriever
 * would have seen the very watches it is asked about.
 *
 * <p>Nothing is shuffled across a cut, and everything fitted (vocabularies, popularity, statistics)
 * sees only what lies before its own. Reference: Gusak et al., Time to Split, RecSys 2025
 * [gusak2025]. <i>Immutable.</i>
 *
 * @param rankerFrom seconds since 1970 at which the rankers' part of train begins
 * @param validationFrom seconds since 1970 at which validation begins
 * @param testFrom seconds since 1970 at which the test period begins
 */
public record TemporalSplit(long rankerFrom, long validationFrom, long testFrom) {

  /** Checks the order of the cuts. */
  public TemporalSplit {
    Require.that(
        rankerFrom < validationFrom && validationFrom < testFrom,
        "cuts must ascend (rankerFrom < validationFrom < testFrom), were %s, %s, %s",
        rankerFrom,
        validationFrom,
        testFrom);
  }

  /**
   * Cuts at the given shares of the events, for data whose traffic is uneven.
   *
   * @throws IllegalArgumentException when the log is too short or too concentrated to cut
   */
  public static TemporalSplit byShareOfEvents(
      EventLog log, double ranker, double validation, double test) {
    Require.that(
        log.size() >= 10, "a log must have at least 10 events to be split, had %s", log.size());
    long rankerFrom = timeAt(log, ranker);
    long validationFrom = timeAt(log, validation);
    long testFrom = timeAt(log, test);
    Require.that(
        rankerFrom < validationFrom && validationFrom < testFrom,
        "events must be spread over time to be split, too many are of one second: cuts would be at %s, %s and %s",
        Instant.ofEpochSecond(rankerFrom),
        Instant.ofEpochSecond(validationFrom),
        Instant.ofEpochSecond(testFrom));
    return new TemporalSplit(rankerFrom, validationFrom, testFrom);
  }

  private static long timeAt(EventLog log, double share) {
    Require.that(share > 0 && share < 1, "share must be in (0, 1), was %s", share);
    return log.epochSecond((int) (log.size() * share));
  }
}
