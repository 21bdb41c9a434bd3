package watchnext.evaluation;

import java.time.Instant;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import watchnext.event.EventLog;
import watchnext.require.Require;
import watchnext.settings.Setting;

/**
 * What a period must hold to be judged by. A request stands for a user's day with a good watch: the
 * evaluation asks once a user and day. With fewer users an interval over users says nothing.
 * <i>Immutable.</i>
 */
public record PeriodSize(
    @Setting(
            meaning = "users with a good watch that validation and test must each have",
            range = "[1, inf)")
        int leastUsers,
    @Setting(meaning = "days of users with a good watch that each must have", range = "[1, inf)")
        int leastRequests) {

  private static final long DAY = 86_400;

  /** Five users, ten requests. */
  public static final PeriodSize DEFAULT = new PeriodSize(5, 10);

  /** Checks the bounds. */
  public PeriodSize {
    Require.atLeast("leastUsers", leastUsers, 1);
    Require.atLeast("leastRequests", leastRequests, 1);
  }

  /**
   * Refuses the period {@code [from, until)} of {@code log} when it is too thin.
   *
   * @param name what to call it
   */
  public void require(String name, EventLog log, long from, long until) {
    BitSet users = new BitSet();
    Set<Long> requests = new HashSet<>();
    int end = log.indexAt(until);
    for (int i = log.indexAt(from); i < end; i++) {
      if (isEnough(users, requests)) {
        return;
      }
      if (log.isGood(i)) {
        users.set(log.user(i));
        long day = Math.floorDiv(log.epochSecond(i), DAY);
        requests.add(day * log.catalog().users().size() + log.user(i));
      }
    }
    Require.that(
        isEnough(users, requests),
        "the %s period must have at least %d users and %d days of users with a good watch, had %d and %d from %s to %s",
        name,
        leastUsers,
        leastRequests,
        users.cardinality(),
        requests.size(),
        Instant.ofEpochSecond(from),
        Instant.ofEpochSecond(until));
  }

  private boolean isEnough(BitSet users, Set<Long> requests) {
    return requests.size() >= leastRequests && users.cardinality() >= leastUsers;
  }
}
