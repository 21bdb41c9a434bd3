package watchnext.ingest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import watchnext.catalog.Catalog;
import watchnext.catalog.Video;
import watchnext.event.Event;
import watchnext.event.EventKind;
import watchnext.event.EventLog;
import watchnext.event.EventLogBuilder;
import watchnext.event.Recording;

/**
 * The rows of {@code events.csv} on their way into a log. A cell that does not belong to the row's
 * type must be empty: a watch that carries stars is two events, or a mistake. <i>Confined: one
 * thread at a time.</i>
 */
final class CsvEvents {

  static final Columns COLUMNS =
      Columns.of("time", "type", "user", "video")
          .optional(
              "request",
              "position",
              "propensity",
              "watch_seconds",
              "duration_seconds",
              "stars",
              "device");
  private static final int TIME = 0;
  private static final int TYPE = 1;
  private static final int USER = 2;
  private static final int VIDEO = 3;
  private static final int REQUEST = 4;
  private static final int POSITION = 5;
  private static final int PROPENSITY = 6;
  private static final int WATCHED = 7;
  private static final int DURATION = 8;
  private static final int STARS = 9;
  private static final int DEVICE = 10;

  /** The words of column {@code type}. */
  private static final Map<String, EventKind> TYPES =
      Arrays.stream(EventKind.values())
          .collect(
              Collectors.toMap(
                  CsvEvents::word, kind -> kind, (one, other) -> one, LinkedHashMap::new));

  /** A week: what is longer is no single watch. */
  static final double MOST_SECONDS = Video.LONGEST_SECONDS;

  static final String SECONDS = "seconds from 0 to 604800";
  private static final long LAST_POSITION = 1_000_000;

  private final IdTable userIds;
  private final boolean usersKnown;
  private final IdTable videoIds;
  private final List<Video> videos;
  private final EventLogBuilder log = new EventLogBuilder(new Catalog(List.of(), List.of()));
  private boolean onlyRatings = true;

  /**
   * A reader of events.
   *
   * @param usersKnown whether the users are given; otherwise they become known here
   * @param videos all videos, by the ordinals of {@code videoIds}
   */
  CsvEvents(IdTable userIds, boolean usersKnown, IdTable videoIds, List<Video> videos) {
    this.userIds = userIds;
    this.usersKnown = usersKnown;
    this.videoIds = videoIds;
    this.videos = videos;
  }

  /** Adds the event of one row. */
  void add(Row row) {
    long time = row.instant(TIME);
    EventKind kind = kind(row);
    if (usersKnown) {
      row.known(USER, userIds, "a user of the users file");
    } else {
      row.checkId(USER);
    }
    int video = row.known(VIDEO, videoIds, "a video of the videos file");
    switch (kind) {
      case IMPRESSION -> addImpression(row, time, video);
      case WATCH -> addWatch(row, time, video);
      case RATING -> addRating(row, time, video);
      case CLICK, LIKE, NOT_INTERESTED -> addSignal(row, time, video, kind);
    }
    onlyRatings &= kind == EventKind.RATING;
  }

  private void addImpression(Row row, long time, int video) {
    mustBeEmpty(row, "an impression", WATCHED, DURATION, STARS);
    long position =
        row.isEmpty(POSITION)
            ? Event.Impression.UNKNOWN_POSITION
            : row.whole(POSITION, 0, LAST_POSITION, "a position from 0 to " + LAST_POSITION);
    double propensity =
        row.isEmpty(PROPENSITY) ? 0 : row.decimal(PROPENSITY, 0, 1, "a probability from 0 to 1");
    int device = device(row);
    int user = user(row);
    int request = request(row);
    log.append(
        EventKind.IMPRESSION, time, user, video, request, (int) position, propensity, device);
  }

  private void addWatch(Row row, long time, int video) {
    mustBeEmpty(row, "a watch", POSITION, PROPENSITY, STARS, DEVICE);
    double watched = row.decimal(WATCHED, 0, MOST_SECONDS, SECONDS);
    double duration =
        row.isEmpty(DURATION)
            ? videos.get(video).durationSeconds()
            : row.decimal(DURATION, 0, MOST_SECONDS, SECONDS);
    log.appendWatch(time, user(row), video, request(row), watched, duration);
  }

  private void addRating(Row row, long time, int video) {
    mustBeEmpty(row, "a rating", REQUEST, POSITION, PROPENSITY, WATCHED, DURATION, DEVICE);
    double stars = row.decimal(STARS, 0.5, 5, "stars from 0.5 to 5");
    log.appendRating(time, user(row), video, stars);
  }

  private void addSignal(Row row, long time, int video, EventKind kind) {
    String what = kind == EventKind.NOT_INTERESTED ? "a not_interested" : "a " + row.text(TYPE);
    mustBeEmpty(row, what, POSITION, PROPENSITY, WATCHED, DURATION, STARS, DEVICE);
    log.appendSignal(kind, time, user(row), video, request(row));
  }

  private int device(Row row) {
    if (row.isEmpty(DEVICE)) {
      return 0;
    }
    try {
      return log.device(row.text(DEVICE));
    } catch (IllegalArgumentException e) {
      throw row.bad(DEVICE, "one of at most " + Short.MAX_VALUE + " different devices");
    }
  }

  /** The word of a kind in column {@code type}. */
  static String word(EventKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static EventKind kind(Row row) {
    EventKind kind = TYPES.get(row.text(TYPE));
    if (kind == null) {
      throw row.bad(TYPE, "one of " + String.join(", ", TYPES.keySet()));
    }
    return kind;
  }

  private static void mustBeEmpty(Row row, String what, int... columns) {
    for (int column : columns) {
      if (!row.isEmpty(column)) {
        throw row.bad(column, "nothing for " + what);
      }
    }
  }

  /** Last of all questions, because it may add a user. */
  private int user(Row row) {
    return row.add(USER, userIds);
  }

  private int request(Row row) {
    return row.isEmpty(REQUEST) ? -1 : log.request(row.text(REQUEST));
  }

  /** The events in order of time. */
  EventLog log(Catalog catalog) {
    return log.build(catalog);
  }

  /** Bursts when there is nothing but ratings. */
  Recording.Rhythm rhythm() {
    return onlyRatings && log.size() > 0 ? Recording.Rhythm.BURSTS : Recording.Rhythm.DAILY;
  }
}
