package watchnext.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import watchnext.catalog.Context;
import watchnext.dataset.FutureWatches;
import watchnext.event.EventLog;
import watchnext.event.Recording;

/**
 * The first visits of users who arrived after the cut: what stands on their very first page, before
 * they did anything. One request a user, at the second of their first event; relevant is what they
 * go on to watch well within the horizon, but for the films they chose at sign-up, which are no
 * longer to be guessed. When the period is at least two horizons long, first visits of its last
 * horizon are left out, as in {@link EvaluationProtocol}. <i>Stateless.</i>
 */
public final class SignUps {

  private static final long DAY = 86_400;

  private SignUps() {}

  /**
   * Someone new.
   *
   * @param user ordinal
   * @param epochSecond of the first event
   */
  public record Arrival(int user, long epochSecond) {}

  /**
   * Who arrived from {@code cut} on, in order of time.
   *
   * @param cut seconds since 1970 at which the period begins
   * @param horizonDays days after an arrival in which a good watch makes a video relevant
   */
  public static List<Arrival> of(Recording recording, long cut, int horizonDays) {
    EventLog log = recording.events();
    long end = log.size() == 0 ? cut : log.epochSecond(log.size() - 1) + 1;
    long horizon = horizonDays * DAY;
    long last = end - cut >= 2 * horizon ? end - horizon : end;
    BitSet known = new BitSet();
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < log.size() && log.epochSecond(i) < last; i++) {
      if (!known.get(log.user(i))) {
        known.set(log.user(i));
        if (log.epochSecond(i) >= cut) {
          arrivals.add(new Arrival(log.user(i), log.epochSecond(i)));
        }
      }
    }
    return arrivals;
  }

  /**
   * The requests of {@code arrivals}; those who watch nothing well within the horizon are left out.
   *
   * @param choices what each of the arrivals chose at sign-up, in the same order
   * @param horizonDays as for {@link #of}
   */
  public static List<EvaluationRequest> requests(
      Recording recording, List<Arrival> arrivals, List<int[]> choices, int horizonDays) {
    FutureWatches future = FutureWatches.of(recording.events());
    List<EvaluationRequest> requests = new ArrayList<>();
    for (int i = 0; i < arrivals.size(); i++) {
      Arrival arrival = arrivals.get(i);
      long time = arrival.epochSecond();
      int[] chosen = choices.get(i);
      int[] relevant =
          Arrays.stream(future.from(arrival.user(), time, horizonDays * DAY))
              .filter(v -> recording.catalog().video(v).isAvailableAt(time))
              .filter(v -> Arrays.stream(chosen).noneMatch(c -> c == v))
              .toArray();
      if (relevant.length > 0) {
        requests.add(new EvaluationRequest(arrival.user(), Context.at(time), relevant, true));
      }
    }
    return requests;
  }
}
