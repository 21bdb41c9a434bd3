package watchnext.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import watchnext.dataset.TemporalSplit;
import watchnext.event.Event;
import watchnext.event.EventKind;
import watchnext.event.EventLog;
import watchnext.event.Recording;
import watchnext.require.Require;
import watchnext.synthetic.Audience;
import watchnext.synthetic.PageResponse;
import watchnext.synthetic.World;

/**
 * The log of a world up to the midnight at which the loop begins.
 *
 * <p>The loop is the last days of the world. Sign-ups, uploads and changes of interests are drawn
 * over the days of the world, and none follow after its last day. So the log is cut where the loop
 * begins, and later pages of the logging policy are discarded.
 *
 * <p>Users enter the loop in the state that the log left them: satiation, open sessions. A new
 * audience reaches it by a replay of the log. Its random numbers are hashes of their names, so
 * equal pages get equal answers. <i>Immutable.</i>
 */
public final class Past {

  private static final long DAY = 86_400;

  private final World world;
  private final Recording recording;
  private final long cut;

  private Past(World world, Recording recording, long cut) {
    this.world = world;
    this.recording = recording;
    this.cut = cut;
  }

  /**
   * The past of a loop over the last days of a world.
   *
   * @param progress told of each day of the log
   * @throws IllegalArgumentException when the loop leaves too little of the log, or the world has
   *     accounts that cheat: these do not answer pages
   */
  public static Past of(World world, int loopDays, Consumer<String> progress) {
    SimulationConfig.requireFits(loopDays, world.config());
    Require.that(
        world.config().fraudShare() <= 0,
        "fraudShare must be 0 in a loop, was %s",
        world.config().fraudShare());
    Recording whole = world.record(progress);
    long cut = world.config().extent().endEpochSecond() - loopDays * DAY;
    EventLog log = whole.events();
    Recording before =
        new Recording(
            whole.name(),
            whole.catalog(),
            log.before(log.indexAt(cut)),
            whole.rhythm(),
            whole.licence());
    return new Past(world, before, cut);
  }

  /** The world. */
  public World world() {
    return world;
  }

  /** Everything before the cut, as a data set. */
  public Recording recording() {
    return recording;
  }

  /** Seconds since 1970 at which the log ends and the loop begins, a midnight. */
  public long cut() {
    return cut;
  }

  /**
   * The cuts for a training on everything before {@code cut}: the last twelfth of the days, at
   * least two, is validation, and the rankers learn from the sixth, at least three, before that.
   */
  static TemporalSplit splitAt(EventLog log, long cut) {
    long days = Math.floorDiv(cut - log.epochSecond(0), DAY) + 1;
    long validation = cut - Math.max(2, days / 12) * DAY;
    long ranker = validation - Math.max(3, days / 6) * DAY;
    return new TemporalSplit(ranker, validation, cut);
  }

  /**
   * Users at the cut.
   *
   * @param audience as the log left it
   * @param late what they did at or after the cut with pages shown before it, watches for the most
   *     part, in the order of their pages
   */
  record Arrival(Audience audience, List<Event> late) {}

  /** A new audience that has lived through the log, with what stood on its pages. */
  Arrival relive(ShownLately shown) {
    EventLog log = recording.events();
    int size = world.config().pageSize();
    Audience audience = world.audience();
    List<Event> late = new ArrayList<>();
    int[][] pages = new int[log.catalog().users().size()][size];
    int[] places = new int[pages.length];
    for (int i = 0; i < log.size(); i++) {
      if (log.kind(i) == EventKind.IMPRESSION) {
        int user = log.user(i);
        pages[user][log.position(i)] = log.video(i);
        shown.shown(user, log.video(i), log.epochSecond(i));
        if (++places[user] == size) {
          places[user] = 0;
          PageResponse answer = audience.respond(user, pages[user], audience.context(user));
          if (answer.context().epochSecond() != log.epochSecond(i)) {
            throw new IllegalStateException(
                "a page of the log at " + log.epochSecond(i) + " is not this world's");
          }
          addLate(answer, log.get(i).requestId(), late);
        }
      }
    }
    return new Arrival(audience, late);
  }

  private void addLate(PageResponse answer, String requestId, List<Event> late) {
    if (answer.nextVisit() < cut) {
      return; // the next page is asked for when all is over with this one
    }
    double[] unknown = new double[answer.size()];
    for (Event event : answer.events(recording.catalog(), requestId, unknown)) {
      if (event.epochSecond() >= cut) {
        late.add(event);
      }
    }
  }
}
