package watchnext.feature;

import org.jspecify.annotations.Nullable;
import watchnext.catalog.Context;
import watchnext.catalog.User;
import watchnext.catalog.Video;

/**
 * The asking side of a request: what is known of the user, and of the world at large, at the
 * instant of the request. Made once per request; five hundred candidates share it. <i>Confined: one
 * thread at a time.</i>
 */
final class UserView {

  /** Observations that a prior is worth in a user's own rates. */
  static final double USER_STRENGTH = 10;

  /** The days after which an absence counts no longer. */
  static final double LONGEST_ABSENCE_DAYS = 365;

  private static final double SECONDS_A_DAY = 86_400;

  private final FeatureState state;
  private final int user;
  private final Context context;
  private final long time;
  private final String device;
  private final int deviceNumber;
  private final Counts own;
  private final Counts everyone;
  private final @Nullable TasteProfile tastes;
  private final float tasteWeight;
  private final boolean sessionOpen;

  UserView(FeatureState state, int user, Context context) {
    this.state = state;
    this.user = user;
    this.context = context;
    this.time = context.epochSecond();
    User known = state.catalog().user(user);
    this.device = context.device().isEmpty() ? known.device() : context.device();
    this.deviceNumber = state.columns().device(device);
    this.own = new Counts(state.statistics().users());
    own.read(state.statistics().users(), user, time);
    this.everyone = new Counts(state.statistics().everything());
    everyone.read(state.statistics().everything(), 0, time);
    this.tastes = state.tastesOf(user);
    this.tasteWeight = tastes == null ? 0 : tastes.weightAt(time);
    this.sessionOpen = state.sessions().isOpen(user, time);
  }

  FeatureState state() {
    return state;
  }

  int user() {
    return user;
  }

  Context context() {
    return context;
  }

  long time() {
    return time;
  }

  /** Number of the device in use, 0 when unknown. */
  int deviceNumber() {
    return deviceNumber;
  }

  /** 1 when the device in use is called {@code name}. */
  double isDevice(String name) {
    return device.equals(name) ? 1 : 0;
  }

  /** The user's own counts. */
  Counts own() {
    return own;
  }

  /** The counts of all users and videos together: the priors. */
  Counts everyone() {
    return everyone;
  }

  /** The user's rate, drawn towards everyone's. */
  double rate(Signal signal, Signal of, Horizon horizon) {
    double prior = everyone.plainRate(signal, of, horizon);
    return own.rate(signal, of, horizon, prior, USER_STRENGTH);
  }

  /** Days since the user was last heard of; the longest absence for one never heard of. */
  double absenceDays() {
    long last = state.lastActive(user);
    return last == FeatureState.NEVER
        ? LONGEST_ABSENCE_DAYS
        : Math.min(LONGEST_ABSENCE_DAYS, Math.max(0, time - last) / SECONDS_A_DAY);
  }

  /** Whether the sign-up is known. */
  boolean isAccountAgeKnown() {
    return state.catalog().user(user).signedUpEpochSecond() != Video.ALWAYS_THERE;
  }

  /** Days since sign-up, 0 when unknown. */
  double accountAgeDays() {
    return isAccountAgeKnown()
        ? Math.max(0, time - state.catalog().user(user).signedUpEpochSecond()) / SECONDS_A_DAY
        : 0;
  }

  /** A count of the session in progress, 0 at the start of a new one. */
  double inSession(int count) {
    return sessionOpen ? count : 0;
  }

  /** Whether the request continues a session. */
  boolean isSessionOpen() {
    return sessionOpen;
  }

  /** The place of a topic in the user's tastes, or {@link TasteProfile#ABSENT}. */
  int place(int topic) {
    return tastes == null ? TasteProfile.ABSENT : tastes.find(topic);
  }

  /** The decayed count at a place of the tastes, 0 where absent. */
  double experience(int place, Experience experience) {
    return tastes == null || place == TasteProfile.ABSENT
        ? 0
        : tastes.value(place, experience) * tasteWeight;
  }

  /** The decayed count of an experience with everything. */
  double experience(Experience experience) {
    return experience(place(state.everything()), experience);
  }

  /** Times the video was lately shown without a click. */
  int skips(int video) {
    Exposures exposures = state.exposuresOf(user);
    return exposures == null ? 0 : exposures.count(video, Exposures.minute(time));
  }

  /** Days since the video was last shown, or the memory's length when it was not. */
  double daysSinceShown(int video) {
    Exposures exposures = state.exposuresOf(user);
    int now = Exposures.minute(time);
    int last = exposures == null ? Exposures.NEVER : exposures.lastMinute(video, now);
    return last == Exposures.NEVER ? Exposures.MEMORY_DAYS : Math.max(0, now - last) / 1440.0;
  }
}
