package watchnext.simulation;

import java.util.Comparator;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import watchnext.catalog.Context;
import watchnext.synthetic.Audience;
import watchnext.synthetic.PageResponse;
import watchnext.task.Asked;

/**
 * Lets one policy loose on an audience:
 *
 * <pre>
 *   who asks next → what is known by then → the policy's page → what the user does with it
 *        ↑                                                              │
 *        └──── when the user comes back, and events of all that happened ┘
 * </pre>
 *
 * <p>Users are served in the order of time, whoever they are, so that a count that one user's click
 * moves is seen by the next. Every policy meets the same people with the same luck: who comes first
 * and in what circumstances does not depend on it, only what they do afterwards. With the same seed
 * two runs of one policy are equal.
 *
 * <p>Cost: the log once more, and a page's by the policy. <i>Confined: one run at a time.</i>
 */
public final class ClosedLoop {

  private static final long DAY = 86_400;

  private final Past past;
  private final SimulationConfig config;
  private final Consumer<String> progress;

  /**
   * A loop behind {@code past}.
   *
   * @param progress told of each day
   */
  public ClosedLoop(Past past, SimulationConfig config, Consumer<String> progress) {
    this.past = past;
    this.config = config;
    this.progress = progress;
  }

  private record Coming(long epochSecond, int user) {}

  /** Lets {@code policy} loose. */
  public Run run(Policy policy) {
    int users = past.recording().catalog().users().size();
    ShownLately shown = new ShownLately(users, config.repeatDays());
    Past.Arrival arrival = past.relive(shown);
    Happenings happenings = new Happenings(past.recording(), past.cut());
    happenings.add(arrival.late());
    Tally tally = new Tally(past.recording().catalog(), past.cut(), config.days());
    PriorityQueue<Coming> coming =
        new PriorityQueue<>(
            Comparator.comparingLong(Coming::epochSecond).thenComparingInt(Coming::user));
    for (int user = 0; user < users; user++) {
      coming.add(new Coming(arrival.audience().nextVisit(user), user));
    }
    Policy current = policy;
    int requests = 0;
    for (int day = 0; day < config.days(); day++) {
      long midnight = past.cut() + day * DAY;
      if (config.trainsBefore(day)) {
        happenings.advanceTo(midnight);
        current = current.retrained(happenings.recording(), midnight, progress);
      }
      while (!coming.isEmpty() && coming.element().epochSecond() < midnight + DAY) {
        int user = coming.remove().user();
        PageResponse answer =
            serve(current, arrival.audience(), user, shown, happenings, requests++);
        tally.add(answer);
        coming.add(new Coming(answer.nextVisit(), user));
      }
      tell(policy, tally, day);
    }
    long end = past.cut() + config.days() * DAY;
    happenings.advanceTo(end);
    return tally.run(policy.name(), past.world().videosAt(end), happenings.sinceCut());
  }

  private PageResponse serve(
      Policy policy,
      Audience audience,
      int user,
      ShownLately shown,
      Happenings happenings,
      int request) {
    String requestId = "loop" + request;
    Context context = audience.context(user);
    long now = context.epochSecond();
    Visit visit =
        new Visit(
            requestId,
            Asked.of(user, context, happenings.advanceTo(now)),
            past.world().config().pageSize(),
            shown.at(user, now),
            audience.policyKey(user));
    Choice choice = policy.choose(visit);
    for (int video : choice.videos()) {
      shown.shown(user, video, now);
    }
    PageResponse answer = audience.respond(user, choice.videos(), context);
    happenings.add(
        answer.events(past.recording().catalog(), requestId, choice.shownPropensities()));
    return answer;
  }

  private void tell(Policy policy, Tally tally, int day) {
    double sessions = tally.ofDay(Measure.SESSIONS, day);
    progress.accept(
        String.format(
            Locale.ROOT,
            "%s: day %d of %d: %,.0f sessions, %.0f s watched in each",
            policy.name(),
            day + 1,
            config.days(),
            sessions,
            tally.ofDay(Measure.WATCH_SECONDS, day) / Math.max(1, sessions)));
  }
}
