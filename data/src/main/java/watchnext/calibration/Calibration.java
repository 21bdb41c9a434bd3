package watchnext.calibration;

import java.util.List;
import java.util.function.Consumer;
import watchnext.catalog.Context;
import watchnext.event.Recording;
import watchnext.synthetic.Audience;
import watchnext.synthetic.PageResponse;
import watchnext.synthetic.World;
import watchnext.synthetic.truth.Luck;

/**
 * A world's figures beside those of a real log, see {@link Published}; mostly ratios and rates, as
 * a world is smaller. Read {@link #figures} for single figures and {@link #checks} for shapes.
 * <i>Immutable.</i>
 */
public final class Calibration {

  private static final int RANDOM_DAYS = 4;
  private static final int RANDOM_USERS = 1000;
  private static final int FEW_USERS = 1000;
  private static final int FEW_SESSIONS = 5;

  private final Marginals marginals;
  private final List<Figure> figures;
  private final List<Faithfulness.Check> checks;

  private Calibration(World world, WorldCounts tally) {
    this.marginals = Marginals.of(tally, world.config().extent().startEpochSecond());
    Deviation otherwise = otherwise(world.catalog().users().size(), marginals.userSessions());
    this.figures =
        List.copyOf(
            new CalibrationFigures(marginals, otherwise)
                .all(randomClickRate(world), world.catalog()));
    this.checks = List.copyOf(Faithfulness.of(marginals, otherwise));
  }

  /**
   * One figure.
   *
   * @param name what it is
   * @param real of the real log
   * @param world of the world
   * @param reason why they may differ by more than a tenth
   */
  public record Figure(String name, double real, double world, Deviation reason) {

    private static final double CLOSE = 0.1;

    /** How far the world is off, relative to the real value: 0.1 is ten per cent too much. */
    public double relativeDifference() {
      return (world - real) / real;
    }

    /** Whether the world is within a tenth of the real value. */
    public boolean isClose() {
      return Math.abs(relativeDifference()) <= CLOSE;
    }
  }

  /** All figures, in the order of the table. */
  public List<Figure> figures() {
    return figures;
  }

  /** All checks of shapes. */
  public List<Faithfulness.Check> checks() {
    return checks;
  }

  /** The distributions that figures and checks were taken from. */
  public Marginals marginals() {
    return marginals;
  }

  /** Measures {@code recording}, the log of {@code world}, and what chance would have reached. */
  public static Calibration of(World world, Recording recording) {
    return new Calibration(world, WorldCounts.of(recording.events()));
  }

  /**
   * The same without keeping the log, for worlds larger than memory.
   *
   * @param threads how many threads serve users
   * @param progress told of each day that is done
   */
  public static Calibration of(World world, int threads, Consumer<String> progress) {
    WorldCounts tally = new WorldCounts(world.catalog());
    world.stream(tally, threads, progress);
    return new Calibration(world, tally);
  }

  /** Why a figure without a reason of its own may differ: the world is not of the fitted kind. */
  private static Deviation otherwise(int users, Distribution sessions) {
    if (users < FEW_USERS) {
      return Deviation.FEW_USERS;
    }
    return sessions.quantile(0.5) < FEW_SESSIONS ? Deviation.RARE_VISITS : Deviation.NONE;
  }

  /** Click rate of uniformly random pages, shown to up to a thousand users for four days. */
  private static double randomClickRate(World world) {
    Audience audience = world.audience();
    int users = world.catalog().users().size();
    long until = world.config().extent().startEpochSecond() + RANDOM_DAYS * 86_400L;
    int[] page = new int[world.config().pageSize()];
    long shows = 0;
    long clicks = 0;
    for (int user = 0; user < users; user += Math.max(1, users / RANDOM_USERS)) {
      while (audience.nextVisit(user) < until) {
        Context context = audience.context(user);
        Luck luck = new Luck(audience.policyKey(user));
        fillRandomly(page, world.videosAt(context.epochSecond()), luck);
        PageResponse answer = audience.respond(user, page, context);
        for (int place = 0; place < page.length; place++) {
          shows++;
          clicks += answer.clicked(place) ? 1 : 0;
        }
      }
    }
    return (double) clicks / shows;
  }

  private static void fillRandomly(int[] page, int available, Luck luck) {
    for (int place = 0; place < page.length; place++) {
      int video = luck.below(available);
      while (contains(page, place, video)) {
        video = luck.below(available);
      }
      page[place] = video;
    }
  }

  private static boolean contains(int[] page, int places, int video) {
    for (int k = 0; k < places; k++) {
      if (page[k] == video) {
        return true;
      }
    }
    return false;
  }
}
