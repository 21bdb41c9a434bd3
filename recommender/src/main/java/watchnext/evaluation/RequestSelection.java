package watchnext.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import watchnext.catalog.Context;
import watchnext.dataset.FutureWatches;
import watchnext.dataset.UserTimelines;
import watchnext.event.EventLog;
import watchnext.event.Recording;

/**
 * One run of {@link EvaluationProtocol}: walks each user's events once in order of time and keeps
 * count of what it leaves out. <i>Confined: one thread at a time.</i>
 */
final class RequestSelection {

  static final long DAY = 86_400;

  private final EvaluationProtocol protocol;
  private final EventLog log;
  private final Recording.Rhythm rhythm;
  private final long cut;
  private final long end;
  private final long requestsEnd;
  private final long horizon;
  private final UserTimelines events;
  private final FutureWatches future;

  private int withoutRelevant;
  private int cutShort;
  private int notYetUploaded;
  private int usersNotDrawn;
  private final List<RequestInstant> instants = new ArrayList<>();
  private List<EvaluationRequest> requests = new ArrayList<>();

  RequestSelection(EvaluationProtocol protocol, Recording recording, long cut, long end) {
    this.protocol = protocol;
    this.log = recording.events();
    this.rhythm = recording.rhythm();
    this.cut = cut;
    this.end = end;
    this.horizon = protocol.horizonDays() * DAY;
    this.requestsEnd = end - cut >= 2 * horizon ? end - horizon : end;
    this.events = UserTimelines.of(log, log.indexAt(end));
    this.future = FutureWatches.of(events);
  }

  void run() {
    for (int user = 0; user < log.catalog().users().size(); user++) {
      if (events.count(user) > 0) {
        askFor(user);
      }
    }
    draw();
    requests.sort(
        Comparator.comparingLong(EvaluationRequest::epochSecond)
            .thenComparingInt(EvaluationRequest::user));
  }

  private void askFor(int user) {
    boolean newUser = log.epochSecond(events.event(user, 0)) >= cut;
    long from = newUser ? newUserFrom(user) : cut;
    long lastDay = Long.MIN_VALUE;
    for (int i = 0; i < events.count(user); i++) {
      int event = events.event(user, i);
      long time = log.epochSecond(event);
      long day = Math.floorDiv(time, DAY);
      if (time >= requestsEnd) {
        return;
      }
      if (time >= from && day != lastDay) {
        lastDay = day;
        ask(user, event, newUser);
      }
    }
  }

  /** From when on a new user takes part. */
  private long newUserFrom(int user) {
    return switch (rhythm) {
      case DAILY -> {
        long firstDay = Math.floorDiv(log.epochSecond(events.event(user, 0)), DAY);
        yield (firstDay + 1) * DAY;
      }
      case BURSTS ->
          events.count(user) < protocol.burstEvents()
              ? Long.MAX_VALUE
              : log.epochSecond(events.event(user, protocol.burstEvents() - 1)) + 1;
    };
  }

  private void ask(int user, int event, boolean newUser) {
    Context context = context(event);
    long time = context.epochSecond();
    instants.add(new RequestInstant(user, context));
    int[] wanted = future.from(user, time, horizon);
    int[] relevant =
        Arrays.stream(wanted).filter(v -> log.catalog().video(v).isAvailableAt(time)).toArray();
    notYetUploaded += wanted.length - relevant.length;
    if (relevant.length == 0) {
      withoutRelevant++;
      return;
    }
    cutShort += time + horizon > end ? 1 : 0;
    requests.add(new EvaluationRequest(user, context, relevant, newUser));
  }

  /** When and, where the event says so, on what device. */
  private Context context(int event) {
    long time = log.epochSecond(event);
    return switch (log.kind(event)) {
      case IMPRESSION -> new Context(time, log.device(event));
      case CLICK, WATCH, LIKE, RATING, NOT_INTERESTED -> Context.at(time);
    };
  }

  /** Keeps whole users, drawn without replacement, up to the protocol's bound. */
  private void draw() {
    if (requests.size() <= protocol.maxRequests()) {
      return;
    }
    int[] users = requests.stream().mapToInt(EvaluationRequest::user).distinct().toArray();
    SplittableRandom random = new SplittableRandom(protocol.seed());
    int[] counts = new int[log.catalog().users().size()];
    requests.forEach(request -> counts[request.user()]++);
    boolean[] drawn = new boolean[counts.length];
    int left = protocol.maxRequests();
    int kept = 0;
    for (; kept < users.length; kept++) {
      int other = kept + random.nextInt(users.length - kept);
      int user = users[other];
      users[other] = users[kept];
      if (kept > 0 && counts[user] > left) {
        break;
      }
      left -= counts[user];
      drawn[user] = true;
    }
    usersNotDrawn = users.length - kept;
    requests = new ArrayList<>(requests.stream().filter(request -> drawn[request.user()]).toList());
    cutShort =
        (int) requests.stream().filter(request -> request.epochSecond() + horizon > end).count();
  }

  /** Everybody who asks, and when, whether there is a relevant video or not; by user. */
  List<RequestInstant> instants() {
    return instants;
  }

  List<EvaluationRequest> requests() {
    return requests;
  }

  long cut() {
    return cut;
  }

  long requestsEnd() {
    return requestsEnd;
  }

  /** Requests left out because nothing relevant followed. */
  int withoutRelevant() {
    return withoutRelevant;
  }

  /** Requests whose horizon passes the end. */
  int cutShort() {
    return cutShort;
  }

  /** Good watches within a horizon of videos that were uploaded only after the request. */
  int notYetUploaded() {
    return notYetUploaded;
  }

  /** Users with requests whom the draw did not take. */
  int usersNotDrawn() {
    return usersNotDrawn;
  }
}
