package watchnext.synthetic;

import java.util.List;
import watchnext.catalog.Context;
import watchnext.require.Require;
import watchnext.synthetic.truth.Appeal;
import watchnext.synthetic.truth.DailyRhythm;
import watchnext.synthetic.truth.Extent;
import watchnext.synthetic.truth.HiddenUsers;
import watchnext.synthetic.truth.Luck;
import watchnext.synthetic.truth.Mind;
import watchnext.synthetic.truth.Truth;
import watchnext.synthetic.truth.WatchLaw;

/**
 * The users of a world in one run: they come, look down the page, open, watch, like, leave, and
 * come back the sooner the better it was. Each run (a policy, an arm of an experiment) has an
 * audience of its own; all of them get the same random numbers.
 *
 * <p>A random number is a hash of user, session, page of the session and video. The place on the
 * page changes only the threshold, so a video that is opened at place 5 would be opened at place 1
 * as well.
 *
 * <p><i>Users are independent of each other: one thread at a time per user.</i>
 */
public final class Audience {

  /** Names of devices, by the number that the truth uses. */
  static final List<String> DEVICES = List.of("phone", "tablet", "tv", "desktop");

  private static final double USUAL_DEVICE = 0.85;
  private static final double ORDINARY_JOY = 0.35;
  private static final double JOY_KEEPS = 1.0;
  private static final double JOY_RETURNS = 1.2;
  private static final double SHORTEST_GAP_SECONDS = 1200;
  private static final double SATISFIED_SECONDS = 1500;
  private static final int LEAVE = 1;
  private static final int PAUSE = 2;
  private static final int GAP = 3;
  private static final int DEVICE = 4;
  private static final int BUDGET = 5;
  private static final int FIRST = 6;

  private final Truth truth;
  private final WorldConfig config;
  private final Memories memories;
  private final long luckKey;
  private final int[] session;
  private final int[] page;
  private final float[] joy;
  private final float[] watchedSeconds;
  private final long[] nextVisit;

  Audience(WorldConfig config, Truth truth) {
    int users = truth.users().size();
    this.config = config;
    this.truth = truth;
    this.memories = new Memories(truth);
    this.luckKey = Luck.key(truth.seed(), 31);
    this.session = new int[users];
    this.page = new int[users];
    this.joy = new float[users];
    this.watchedSeconds = new float[users];
    this.nextVisit = new long[users];
    for (int u = 0; u < users; u++) {
      nextVisit[u] = firstVisit(u);
    }
  }

  private long firstVisit(int user) {
    long start = truth.extent().startEpochSecond();
    long signedUp = truth.users().signedUpEpochSecond(user);
    double u = Luck.uniform(Luck.key(luckKey, user), FIRST);
    if (signedUp >= start) {
      return signedUp + 5 + (long) (600 * u);
    }
    double away = config.gapDays() * truth.users().gap(user) * Luck.exponential(u);
    return start + (long) DailyRhythm.instant(away * Extent.DAY);
  }

  /** When the user asks for the next page: the next of this session or the first of the next. */
  public long nextVisit(int user) {
    return nextVisit[user];
  }

  /** The circumstances of the user's next visit. */
  public Context context(int user) {
    return new Context(nextVisit[user], DEVICES.get(device(user)));
  }

  private int device(int user) {
    double u = Luck.uniform(sessionKey(user), DEVICE);
    if (u < USUAL_DEVICE) {
      return truth.users().device(user);
    }
    return (int) ((u - USUAL_DEVICE) / (1 - USUAL_DEVICE) * HiddenUsers.DEVICES);
  }

  private long sessionKey(int user) {
    return Luck.key(Luck.key(luckKey, user), 1000L + session[user]);
  }

  /**
   * A key for the choices that a policy leaves to chance on the user's next page: the same for
   * every policy, and for nothing else.
   */
  public long policyKey(int user) {
    return Luck.key(Luck.key(sessionKey(user), page[user]), -1);
  }

  /**
   * Shows a page to a user.
   *
   * @param user the user's ordinal
   * @param videos ordinals of the videos from top to bottom; not kept
   * @param context when and on what device
   * @throws IllegalArgumentException when the user has not signed up by then, a video is not yet
   *     uploaded or the device is not one of "phone", "tablet", "tv", "desktop"
   */
  public PageResponse respond(int user, int[] videos, Context context) {
    long now = context.epochSecond();
    check(user, videos, now);
    Mind mind = new Mind();
    mind.enter(truth, user, now, deviceNumber(context.device()));
    PageResponse answer = new PageResponse(user, context, videos.clone());
    long pageKey = Luck.key(sessionKey(user), page[user]);
    double elapsed = 0;
    double pageJoy = 0;
    for (int place = 0; place < videos.length; place++) {
      long luck = Luck.key(pageKey, videos[place]);
      if (Luck.uniform(luck, 11) < Truth.examination(place)) {
        elapsed += 0.6 + Luck.uniform(luck, 12);
        double given = look(answer, place, elapsed, mind, luck);
        if (given > 0) {
          pageJoy += given;
          elapsed += answer.watchSeconds(place);
        }
      }
    }
    turnPage(answer, pageKey, now + elapsed, pageJoy);
    return answer;
  }

  /** One place of the page: what satisfaction it gave, 0 when it was not opened. */
  private double look(PageResponse answer, int place, double elapsed, Mind mind, long luck) {
    int user = answer.user();
    int video = answer.video(place);
    long now = answer.context().epochSecond();
    Appeal appeal = truth.appeal();
    double satiation = memories.satiation(user, video, now);
    double match = appeal.match(mind, video);
    double attraction = appeal.attraction(mind, video, match, satiation);
    if (Luck.uniform(luck, 13) >= attraction) {
      memories.lookedAt(user, video, now);
      if (Luck.uniform(luck, 14) < 0.01 * (1 - attraction) * (1 - match)) {
        answer.refuse(place, now + (long) elapsed);
      }
      return 0;
    }
    memories.opened(user, video, now);
    double satisfaction = appeal.satisfaction(mind, video, match, satiation);
    double duration = truth.videos().durationSeconds(video);
    double seconds = WatchLaw.watchSeconds(satisfaction, duration, luck);
    long ends = now + (long) Math.ceil(elapsed + seconds);
    answer.watch(place, now + (long) elapsed, ends, seconds, duration);
    double likes = 0.31 * truth.users().warmth(user) * satisfaction * satisfaction;
    if (seconds >= Math.min(duration, 5) && Luck.uniform(luck, 15) < likes) {
      answer.like(place);
    }
    return satisfaction;
  }

  /** Stays for another page, or leaves (bored, or with enough for today) and comes back. */
  private void turnPage(PageResponse answer, long pageKey, double endsAt, double pageJoy) {
    int user = answer.user();
    float pages = ++page[user];
    double thisJoy = Math.min(1, pageJoy / 4);
    joy[user] += (float) ((thisJoy - joy[user]) / pages);
    watchedSeconds[user] += (float) (endsAt - answer.context().epochSecond());
    double above = joy[user] - ORDINARY_JOY;
    double mean = config.pagesPerSession() * truth.users().stamina(user);
    double patience = Math.max(1, mean * StrictMath.exp(JOY_KEEPS * above));
    long sessionKey = sessionKey(user);
    double budget = SATISFIED_SECONDS * StrictMath.exp(0.6 * Luck.normal(sessionKey, BUDGET));
    boolean bored = Luck.uniform(pageKey, LEAVE) * patience < 1;
    boolean leaves = bored || watchedSeconds[user] > budget;
    long next =
        leaves
            ? returnsAt(user, endsAt, above, sessionKey)
            : (long) Math.ceil(endsAt + 1 + 3 * Luck.uniform(pageKey, PAUSE));
    if (leaves) {
      session[user]++;
      page[user] = 0;
      joy[user] = 0;
      watchedSeconds[user] = 0;
    }
    nextVisit[user] = next;
    answer.close(leaves, next);
  }

  private long returnsAt(int user, double endsAt, double joyAbove, long sessionKey) {
    double gap =
        config.gapDays()
            * Extent.DAY
            * truth.users().gap(user)
            * StrictMath.exp(-JOY_RETURNS * joyAbove)
            * Luck.exponential(Luck.uniform(sessionKey, GAP));
    double start = truth.extent().startEpochSecond();
    double active = DailyRhythm.activity(endsAt - start) + gap;
    double back = start + DailyRhythm.instant(active);
    return (long) Math.ceil(Math.max(back, endsAt + SHORTEST_GAP_SECONDS));
  }

  private void check(int user, int[] videos, long now) {
    Require.that(
        now >= truth.users().signedUpEpochSecond(user),
        "user %s must have signed up before being shown a page, at %s",
        user,
        now);
    int available = truth.videos().availableAt(now);
    for (int video : videos) {
      Require.that(
          video >= 0 && video < available,
          "a page at %s must hold videos in [0, %s), had %s",
          now,
          available,
          video);
    }
  }

  /**
   * The number by which the truth knows a device.
   *
   * @throws IllegalArgumentException when there is no such device
   */
  public static int deviceNumber(String device) {
    int number = DEVICES.indexOf(device);
    Require.that(number >= 0, "device must be one of %s, was \"%s\"", DEVICES, device);
    return number;
  }
}
