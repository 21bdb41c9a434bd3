package watchnext.feature;

import org.jspecify.annotations.Nullable;
import watchnext.catalog.Catalog;
import watchnext.catalog.Video;
import watchnext.event.EventKind;
import watchnext.event.EventLog;

/**
 * What is known at an instant, moved forward one event at a time: by a replay in training and
 * evaluation, by arriving events in serving. Both run the same code, so they cannot disagree.
 *
 * <p>It knows of each user the history, what was seen, the session, habits and tastes; of each
 * video its counts over three horizons; the same counts of tags, creators, times of day and of
 * everything together, for smoothing. It holds observed events only: no field depends on a later
 * event.
 *
 * <p>Memory: about 0.3 kB a user and 0.2 kB a video, plus some 30 bytes for each pair of a user and
 * a video or topic that met. <i>Confined: one thread at a time; any number may read it while it
 * stands still, also while another thread makes a longer one of it by {@link #with}.</i>
 */
public final class FeatureState {

  /** How many of a user's latest good watches are kept. */
  public static final int HISTORY_LENGTH = 50;

  /** {@link #lastActive} of a user of whom nothing was heard. */
  public static final long NEVER = Sessions.NEVER;

  private static final int EVERYTHING = Integer.MAX_VALUE - 1;

  /** Ratings below this are a bad experience; between the two bounds is neither. */
  private static final float BAD_STARS = 3;

  private final Catalog catalog;
  private final CatalogColumns columns;
  private final Histories histories;
  private final UserVideoSets seen;
  private final UserVideoSets dismissed;
  private final int[] eventCounts;
  private final Sessions sessions;
  private final DurationHabits habits;
  private final @Nullable Exposures[] exposures;
  private final @Nullable TasteProfile[] tastes;
  private final Statistics statistics;
  private final Amounts amounts = new Amounts();
  private boolean continued;

  /** Nothing has happened yet. */
  public FeatureState(Catalog catalog) {
    int users = catalog.users().size();
    this.catalog = catalog;
    this.columns = new CatalogColumns(catalog);
    this.histories = new Histories(users, HISTORY_LENGTH);
    this.seen = new UserVideoSets(users);
    this.dismissed = new UserVideoSets(users);
    this.eventCounts = new int[users];
    this.sessions = new Sessions(users);
    this.habits = new DurationHabits(users);
    this.exposures = new Exposures[users];
    this.tastes = new TasteProfile[users];
    this.statistics = new Statistics(columns, users);
  }

  private FeatureState(FeatureState before, Video video) {
    this.catalog = before.catalog.with(video);
    this.columns = before.columns.with(video);
    this.histories = before.histories;
    this.seen = before.seen;
    this.dismissed = before.dismissed;
    this.eventCounts = before.eventCounts;
    this.sessions = before.sessions;
    this.habits = before.habits;
    this.exposures = before.exposures;
    this.tastes = before.tastes;
    this.statistics = before.statistics.over(columns);
  }

  /**
   * The same state, in which {@code video} exists too: nobody has met it yet. It goes on from here;
   * this one may still be read, by requests that began earlier, and learns nothing more. The two
   * share all that is about users, and of the rest what is not copied to make room.
   *
   * @throws IllegalArgumentException when the video's identifier is in the catalogue
   * @throws IllegalStateException when this state was continued before
   */
  public FeatureState with(Video video) {
    if (continued) {
      throw new IllegalStateException("only the newest state can take in a video");
    }
    FeatureState next = new FeatureState(this, video);
    continued = true;
    return next;
  }

  /** Whose users and videos the ordinals number. */
  public Catalog catalog() {
    return catalog;
  }

  /**
   * Takes in event {@code i} of {@code log}; events come in order of time.
   *
   * @throws IllegalStateException when the state was continued {@link #with} another video
   */
  public void observe(EventLog log, int i) {
    if (continued) {
      throw new IllegalStateException("only the newest state can learn of events");
    }
    int user = log.user(i);
    int video = log.video(i);
    long time = log.epochSecond(i);
    EventKind kind = log.kind(i);
    boolean isGood = log.isGood(i);
    boolean firstGood = isGood && histories.remember(user, video, time);
    if (firstGood && columns.duration(video) > 0) {
      habits.observe(user, columns.logDuration(video));
    }
    sessions.observe(user, kind, isGood, time);
    meet(user, video, kind, time);
    taste(log, i, isGood);
    amounts.of(log, i, firstGood, columns.duration(video));
    statistics.add(user, video, amounts, time);
  }

  private void meet(int user, int video, EventKind kind, long time) {
    switch (kind) {
      case IMPRESSION -> exposures(user).shown(video, Exposures.minute(time));
      case CLICK, WATCH, LIKE, RATING -> {
        seen.add(user, video);
        exposures(user).clicked(video);
      }
      case NOT_INTERESTED -> dismissed.add(user, video);
    }
    eventCounts[user] += kind == EventKind.IMPRESSION ? 0 : 1;
  }

  private Exposures exposures(int user) {
    Exposures own = exposures[user];
    if (own == null) {
      own = new Exposures();
      exposures[user] = own;
    }
    return own;
  }

  private void taste(EventLog log, int i, boolean isGood) {
    switch (log.kind(i)) {
      case IMPRESSION -> taste(log, i, Experience.SHOWN);
      case CLICK -> taste(log, i, Experience.CLICKED);
      case LIKE -> taste(log, i, Experience.GOOD);
      case NOT_INTERESTED -> taste(log, i, Experience.BAD);
      case WATCH -> taste(log, i, isGood ? Experience.GOOD : Experience.BAD);
      case RATING -> {
        if (isGood) {
          taste(log, i, Experience.GOOD);
        } else if (log.stars(i) < BAD_STARS) {
          taste(log, i, Experience.BAD);
        }
      }
    }
  }

  private void taste(EventLog log, int i, Experience experience) {
    long time = log.epochSecond(i);
    TasteProfile profile = tastes[log.user(i)];
    if (profile == null) {
      profile = new TasteProfile(time);
      tastes[log.user(i)] = profile;
    }
    int video = log.video(i);
    profile.add(everything(), experience, time);
    for (int place = columns.tagStart(video); place < columns.tagEnd(video); place++) {
      profile.add(columns.tag(place), experience, time);
    }
    if (columns.creator(video) != CatalogColumns.NO_CREATOR) {
      profile.add(columns.creator(video), experience, time);
    }
  }

  /** The topic under which a profile counts all experiences together: none of the catalogue's. */
  int everything() {
    return EVERYTHING;
  }

  /**
   * The good watches of a user so far, oldest first: the latest {@link #HISTORY_LENGTH} videos,
   * each once, at its first good event.
   */
  public History history(int user) {
    return histories.of(user);
  }

  /** Whether {@code user} has clicked, watched, liked or rated {@code video}. */
  public boolean hasSeen(int user, int video) {
    return seen.contains(user, video);
  }

  /** Seconds since 1970 of the upload of {@code video}; reads a column, not the video. */
  public long uploadedEpochSecond(int video) {
    return columns.uploaded(video);
  }

  /** Whether {@code video} can be shown at {@code epochSecond}. */
  public boolean isAvailable(int video, long epochSecond) {
    return columns.uploaded(video) <= epochSecond;
  }

  /** Number of videos that {@code user} has clicked, watched, liked or rated. */
  public int seenCount(int user) {
    return seen.size(user);
  }

  /** Whether {@code user} has said "not interested" of {@code video}. */
  public boolean hasDismissed(int user, int video) {
    return dismissed.contains(user, video);
  }

  /** Number of things {@code user} did; being shown a video is not one. */
  public int eventCount(int user) {
    return eventCounts[user];
  }

  /** Time of the latest event of {@code user}, impressions included, or {@link #NEVER}. */
  public long lastActive(int user) {
    return sessions.last(user);
  }

  /** The count of one signal of a video as it stands at {@code epochSecond}. */
  public float videoCount(int video, Signal signal, Horizon horizon, long epochSecond) {
    return statistics.videos().value(video, horizon.place(), signal, epochSecond);
  }

  /** The count of one signal over everything as it stands at {@code epochSecond}. */
  public float totalCount(Signal signal, Horizon horizon, long epochSecond) {
    return statistics.everything().value(0, horizon.place(), signal, epochSecond);
  }

  CatalogColumns columns() {
    return columns;
  }

  Histories histories() {
    return histories;
  }

  Sessions sessions() {
    return sessions;
  }

  DurationHabits habits() {
    return habits;
  }

  Statistics statistics() {
    return statistics;
  }

  @Nullable Exposures exposuresOf(int user) {
    return exposures[user];
  }

  @Nullable TasteProfile tastesOf(int user) {
    return tastes[user];
  }
}
