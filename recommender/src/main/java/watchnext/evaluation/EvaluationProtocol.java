package watchnext.evaluation;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import watchnext.dataset.LogSpan;
import watchnext.event.Recording;
import watchnext.require.Require;
import watchnext.settings.SetElsewhere;
import watchnext.settings.Setting;

/**
 * Which requests an evaluation asks, and which videos are relevant. One rule for all data sets and
 * recommenders:
 *
 * <ul>
 *   <li>Models are trained before the cut and stand still; histories and counters go on event by
 *       event, so that a request at time t knows what happened strictly before t. Events of one
 *       second are one batch.
 *   <li>One request per user and active day (UTC) of the period, at the user's first event of that
 *       day that may be used.
 *   <li>Relevant are the videos which the user goes on to watch well (see {@link
 *       watchnext.event.Satisfaction}) within {@code [t, t + horizon)}, had not clicked, watched,
 *       liked or rated before t, and which were uploaded by t. Requests without a relevant video
 *       are left out and counted.
 *   <li>Users whose first event lies in the period are new. Where users come daily, they take part
 *       from their second active day; where they come in bursts, from the first event after the
 *       second of their fifth event.
 *   <li>When the period is at least two horizons long, requests end one horizon before it does, so
 *       that every answer key is complete. In a shorter period they go on to the end; the answer
 *       keys cut short are counted. They lack some relevant videos, for all recommenders alike.
 * </ul>
 *
 * <p>All videos compete, none are sampled (Krichene and Rendle, KDD 2020 [krichene2020]); one
 * global cut in time for all users (Gusak et al., RecSys 2025 [gusak2025]). Cost of {@link
 * #select}: one pass over the log for each day of horizon. <i>Immutable.</i>
 *
 * @param maxRequests upper bound of the requests; above it whole users are drawn without
 *     replacement until the next one would pass the bound (at least one user stays)
 */
public record EvaluationProtocol(
    @Setting(
            meaning = "days after a request in which a good watch makes a video relevant",
            unit = "days",
            range = "[1, inf)")
        int horizonDays,
    @Setting(
            meaning = "events that a new user must have behind them where users come in bursts",
            range = "[1, inf)")
        int burstEvents,
    @Setting(
            meaning = "most requests to evaluate; above it whole users are drawn",
            range = "[1, inf)")
        int maxRequests,
    @SetElsewhere("it is the option --seed") long seed) {

  /** Seven days, five events, every user. */
  public static final EvaluationProtocol DEFAULT =
      new EvaluationProtocol(7, 5, Integer.MAX_VALUE, 1);

  /** The same with at most 2,000 requests of the test period. */
  public static EvaluationProtocol defaults(long seed) {
    return DEFAULT.atMost(2_000, seed);
  }

  /** Checks the bounds. */
  public EvaluationProtocol {
    Require.atLeast("horizonDays", horizonDays, 1);
    Require.atLeast("burstEvents", burstEvents, 1);
    Require.atLeast("maxRequests", maxRequests, 1);
  }

  /** The same protocol with at most {@code limit} requests, of users drawn by {@code drawSeed}. */
  public EvaluationProtocol atMost(int limit, long drawSeed) {
    return new EvaluationProtocol(horizonDays, burstEvents, limit, drawSeed);
  }

  /**
   * The requests of the period from the cut to the last event of the log that is no stray.
   *
   * @param recording the whole data set
   * @param cut seconds since 1970 at which the period begins; nothing may be fitted on later events
   * @throws IllegalArgumentException when no request has a relevant video
   */
  public EvaluationSet select(Recording recording, long cut) {
    LogSpan span = LogSpan.of(recording.events());
    long end = span.end() == 0 ? cut : span.lastSecond() + 1;
    return select(recording, cut, end);
  }

  /**
   * The requests of the period {@code [cut, end)}; events from {@code end} on are not looked at, so
   * that a validation period learns nothing of the test period behind it.
   *
   * @param recording the whole data set
   * @param cut seconds since 1970 at which the period begins; nothing may be fitted on later events
   * @param end seconds since 1970 at which it ends
   * @throws IllegalArgumentException when the period is empty or no request has a relevant video
   */
  public EvaluationSet select(Recording recording, long cut, long end) {
    return find(recording, cut, end)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the period must have a request with a relevant video, had none in ["
                        + cut
                        + ", "
                        + end
                        + ") of "
                        + recording.name()));
  }

  /**
   * The instants at which the protocol asks in {@code [cut, end)}, whether a relevant video follows
   * or not: whole requests as serving meets them, drawn one by one above {@link #maxRequests}.
   *
   * @return in order of time, none when nobody comes
   * @throws IllegalArgumentException when the period is empty
   */
  public List<RequestInstant> instants(Recording recording, long cut, long end) {
    RequestSelection selection = selection(recording, cut, end);
    List<RequestInstant> all = selection.instants();
    SplittableRandom random = new SplittableRandom(seed);
    int kept = Math.min(maxRequests, all.size());
    for (int i = 0; i < kept; i++) {
      Collections.swap(all, i, i + random.nextInt(all.size() - i));
    }
    return all.subList(0, kept).stream()
        .sorted(Comparator.comparingLong(RequestInstant::epochSecond))
        .toList();
  }

  private RequestSelection selection(Recording recording, long cut, long end) {
    Require.that(end > cut, "the period must end after its cut (%s), ends at %s", cut, end);
    RequestSelection selection = new RequestSelection(this, recording, cut, end);
    selection.run();
    return selection;
  }

  /**
   * The requests of the period as {@link #select} has them, or nothing when none has a relevant
   * video.
   *
   * @throws IllegalArgumentException when the period is empty
   */
  public Optional<EvaluationSet> find(Recording recording, long cut, long end) {
    RequestSelection selection = selection(recording, cut, end);
    if (selection.requests().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new EvaluationSet(
            ProtocolText.of(this, recording, selection),
            selection.requests(),
            VideoFacts.of(recording.events(), cut, end)));
  }
}
