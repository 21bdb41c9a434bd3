package watchnext.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.dataset.InteractionCollector;
import watchnext.dataset.Interactions;
import watchnext.event.Event;
import watchnext.event.EventLog;
import watchnext.event.EventLogBuilder;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.feature.Replay;
import watchnext.feature.content.ContentEncoder;
import watchnext.feature.content.UserAttributes;
import watchnext.math.Matrix;
import watchnext.model.mf.AlsConfig;
import watchnext.model.mf.AlsModel;
import watchnext.model.mf.AlsTrainer;
import watchnext.model.twotower.TwoTower;
import watchnext.settings.Settings;
import watchnext.task.Asked;
import watchnext.tensor.Tensors;

/**
 * A world small enough to see through: sixty videos on a circle, whose vectors are their places, so
 * that the neighbours of a video are the ordinals beside it. Users 0 to 5 watch around a place of
 * their own, even ones speaking English and odd ones Spanish, {@link #SATED} has opened everything,
 * {@link #NEWCOMER} has done nothing yet. Videos from {@link #FIRST_UPLOAD} on are uploaded one a
 * day; the last two come after {@link #NOW}.
 */
public final class CircleWorld {

  /** Number of videos. */
  public static final int VIDEOS = 60;

  /** The first video that was not always there. */
  public static final int FIRST_UPLOAD = 50;

  /** The user who has opened every video. */
  public static final int SATED = 6;

  /** The user of whom nothing is known. */
  public static final int NEWCOMER = 7;

  /** Seconds of a day. */
  public static final long DAY = 86_400;

  /** First second of the log, Monday, 1 January 2024. */
  public static final long START = 1_704_067_200L;

  /** The instant of all requests: videos 50 to 57 are uploaded, 58 and 59 are not. */
  public static final long NOW = START + 7 * DAY + 3600;

  private final Catalog catalog = catalog();
  private final EventLog log = log();
  private final FeatureState state = new Replay(log, new FeatureState(catalog)).advanceTo(NOW);
  private final UserAttributes attributes = UserAttributes.fit(catalog.users());
  private final Matrix vectors = vectors();

  private static Catalog catalog() {
    List<User> users = new ArrayList<>();
    for (int u = 0; u <= NEWCOMER; u++) {
      users.add(new User("u" + u, "", u % 2 == 0 ? "en" : "es", "", "", Video.ALWAYS_THERE));
    }
    List<Video> videos = new ArrayList<>();
    for (int v = 0; v < VIDEOS; v++) {
      long upload = v < FIRST_UPLOAD ? Video.ALWAYS_THERE : START + (v - FIRST_UPLOAD) * DAY;
      videos.add(
          new Video("v" + v, "Film " + v, "c" + v % 20, List.of("t" + v % 6), "en", 60, upload));
    }
    return new Catalog(users, videos);
  }

  private EventLog log() {
    SplittableRandom random = new SplittableRandom(3);
    EventLogBuilder builder = new EventLogBuilder(catalog);
    for (int u = 0; u < SATED; u++) {
      for (int i = 0; i < 14; i++) {
        int video = Math.floorMod(u * 8 + random.nextInt(-5, 6), FIRST_UPLOAD);
        long time = START + random.nextLong(6 * DAY);
        double seconds = random.nextInt(3) == 0 ? 2 : 40;
        builder.add(new Event.Watch(time, "u" + u, "v" + video, "", seconds, 60));
      }
    }
    for (int v = 20; v < 24; v++) {
      builder.add(new Event.NotInterested(START + 6 * DAY, "u0", "v" + v, ""));
    }
    for (int v = 0; v < VIDEOS; v++) {
      builder.add(new Event.Click(START + 6 * DAY + v, "u" + SATED, "v" + v, ""));
    }
    return builder.build();
  }

  /** Unit vectors around the circle, row = video. */
  private static Matrix vectors() {
    Matrix vectors = new Matrix(VIDEOS, 2);
    for (int v = 0; v < VIDEOS; v++) {
      double angle = 2 * Math.PI * v / VIDEOS;
      vectors.data()[vectors.offset(v)] = (float) Math.cos(angle);
      vectors.data()[vectors.offset(v) + 1] = (float) Math.sin(angle);
    }
    return vectors;
  }

  /** Users, videos and their log. */
  public Recording recording() {
    return new Recording("circle", catalog, log, Recording.Rhythm.DAILY, "");
  }

  /** What is known at {@link #NOW}. */
  public FeatureState state() {
    return state;
  }

  /** The request of {@code user} at {@link #NOW}. */
  public Asked request(int user) {
    return Asked.of(user, Context.at(NOW), state);
  }

  /** The unit vectors of the videos. */
  public Matrix videoVectors() {
    return vectors;
  }

  /**
   * A user tower without layers: the weighted mean of the places watched. Somebody without a
   * history stands at the place of video 0.
   */
  public UserVectors userVectors() {
    int userWidth = 2 + attributes.width() + 2;
    Tensors.Builder tensors =
        Tensors.builder()
            .set("kind", "two-tower 4")
            .set("history.length", "5")
            .set("history.decay", "1")
            .set("history.halfLifeDays", "30")
            .put("representations", vectors)
            .put("tokens", new Matrix(ContentEncoder.BUCKETS + 1, 2))
            .put("met", IntStream.range(0, VIDEOS).map(v -> 1).toArray(), VIDEOS);
    layer(tensors, "user", userWidth);
    layer(tensors, "video", 4);
    return new UserVectors(TwoTower.fromTensors(tensors.build()), attributes);
  }

  private static void layer(Tensors.Builder tensors, String name, int width) {
    tensors
        .put(name + ".hidden.weights", new Matrix(width, 1))
        .put(name + ".hidden.bias", new float[] {1}, 1)
        .put(name + ".output.weights", new Matrix(1, 2, new float[] {1e-3f, 0}));
  }

  /** Factors of the good watches before {@link #NOW}. */
  public AlsModel als() {
    AlsConfig config = Settings.with(AlsConfig.defaults(), "dimension=8", "epochs=4", "threads=1");
    return AlsTrainer.train(watches(), config, line -> {}, new SplittableRandom(1));
  }

  /** Good watches before {@link #NOW}. */
  public Interactions watches() {
    return InteractionCollector.collect(recording(), NOW);
  }

  /** The rule of eligibility read off the log, without the feature state. */
  public boolean mayBeShown(int user, int video) {
    if (catalog.video(video).uploadedEpochSecond() > NOW) {
      return false;
    }
    for (int i = 0; i < log.indexAt(NOW); i++) {
      boolean isOwn = log.user(i) == user && log.video(i) == video;
      boolean isBar =
          switch (log.kind(i)) {
            case CLICK, WATCH, LIKE, RATING, NOT_INTERESTED -> true;
            case IMPRESSION -> false;
          };
      if (isOwn && isBar) {
        return false;
      }
    }
    return true;
  }

  /** How many videos may be shown to {@code user}. */
  public int eligibleCount(int user) {
    int[] all = new int[VIDEOS];
    Arrays.setAll(all, v -> v);
    return (int) Arrays.stream(all).filter(v -> mayBeShown(user, v)).count();
  }
}
