package watchnext.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import watchnext.catalog.Catalog;
import watchnext.catalog.Video;
import watchnext.event.Event;
import watchnext.event.EventKind;
import watchnext.event.EventLog;
import watchnext.event.EventLogBuilder;
import watchnext.event.Satisfaction;

/**
 * The rows of KuaiRand's logs on their way into an event log. A row is an exposure of one video;
 * its cells become up to five events, each at the second in which it is known:
 *
 * <table>
 *   <caption>events of a row</caption>
 *   <tr><th>event</th><th>when</th><th>at</th></tr>
 *   <tr><td>impression</td><td>always</td><td>time_ms</td></tr>
 *   <tr><td>click</td><td>is_click</td><td>up to 7 seconds into the play: in a feed, {@code is_click}
 *       means that so much was played</td></tr>
 *   <tr><td>watch</td><td>play_time_ms over 0</td><td>its end</td></tr>
 *   <tr><td>like</td><td>is_like</td><td>the end of the watch</td></tr>
 *   <tr><td>not interested</td><td>is_hate</td><td>the end of the watch</td></tr>
 * </table>
 *
 * <p>A row that repeats user, video and time of one before it is merged into that one. <i>Confined:
 * one thread at a time.</i>
 */
final class KuaiRandLog {

  private static final Columns COLUMNS =
      Columns.of(
              "user_id",
              "video_id",
              "time_ms",
              "is_click",
              "is_like",
              "is_hate",
              "long_view",
              "play_time_ms",
              "duration_ms",
              "is_rand")
          .optional(
              "date",
              "hourmin",
              "is_follow",
              "is_comment",
              "is_forward",
              "profile_stay_time",
              "comment_stay_time",
              "is_profile_enter",
              "tab");
  private static final int USER = 0;
  private static final int VIDEO = 1;
  private static final int TIME = 2;
  private static final int CLICK = 3;
  private static final int LIKE = 4;
  private static final int HATE = 5;
  private static final int LONG_VIEW = 6;
  private static final int PLAYED = 7;
  private static final int DURATION = 8;
  private static final int RANDOM = 9;

  /** The years 2001 to 2200: an earlier time is not in milliseconds. */
  private static final long FIRST_MILLIS = 1_000_000_000_000L;

  private static final long LAST_MILLIS = 7_289_654_399_999L;
  private static final long MOST_MILLIS = (long) (Video.LONGEST_SECONDS * 1000);
  private static final String MILLIS = "milliseconds from 0 to " + MOST_MILLIS;
  private static final long VALID_PLAY_MILLIS = 7_000;

  private final IdTable userIds;
  private final boolean usersKnown;
  private final UserShare share;
  private final double randomPropensity;
  private final IdTable videoIds = new IdTable();
  private final EventLogBuilder log = new EventLogBuilder(new Catalog(List.of(), List.of()));
  private final RecentRows recent = new RecentRows();
  private long rows;
  private long merged;
  private long disagreements;
  private long random;

  /**
   * A reader of logs.
   *
   * @param usersKnown whether the users are given; otherwise they become known here
   * @param share which users are read
   * @param randomPropensity probability of each video to be shown in a random row, 0 when unknown
   */
  KuaiRandLog(IdTable userIds, boolean usersKnown, UserShare share, double randomPropensity) {
    this.userIds = userIds;
    this.usersKnown = usersKnown;
    this.share = share;
    this.randomPropensity = randomPropensity;
  }

  /** One over the number of videos in the random rows of {@code files}, 0 without such rows. */
  static double randomPropensity(List<Path> files) throws IOException {
    IdTable pool = new IdTable();
    for (Path file : files) {
      table(file)
          .forEach(
              new Intake(BadRows.SKIP, Progress.NONE), // the second reading tells of bad rows
              row -> {
                if (flag(row, RANDOM)) {
                  row.checkId(VIDEO);
                  row.add(VIDEO, pool);
                }
              });
    }
    return pool.size() == 0 ? 0 : 1.0 / pool.size();
  }

  /** Reads one file. */
  void read(Path file, Intake intake) throws IOException {
    table(file).forEach(intake, this::add);
  }

  private static Table table(Path file) {
    return new Table(file, Form.PLAIN_CSV, COLUMNS);
  }

  private void add(Row row) {
    if (!share.has(row.whole(USER, 0, Long.MAX_VALUE, "a user's number"))) {
      return;
    }
    row.whole(VIDEO, 0, Long.MAX_VALUE, "a video's number");
    Exposure exposure = Exposure.of(row);
    int user =
        usersKnown
            ? row.known(USER, userIds, "a user of the user features")
            : row.add(USER, userIds);
    int video = row.add(VIDEO, videoIds);
    rows++;
    if (recent.hasOrAdd(exposure.time, user, video)) {
      merged++;
      return;
    }
    random += exposure.random ? 1 : 0;
    disagreements += exposure.longView == exposure.isLongWatch() ? 0 : 1;
    append(user, video, exposure);
  }

  private void append(int user, int video, Exposure exposure) {
    double propensity = exposure.random ? randomPropensity : 0;
    int position = Event.Impression.UNKNOWN_POSITION;
    log.appendImpression(exposure.secondAfter(0), user, video, -1, position, propensity);
    if (exposure.clicked) {
      long known = exposure.secondAfter(Math.min(exposure.played, VALID_PLAY_MILLIS));
      log.appendSignal(EventKind.CLICK, known, user, video, -1);
    }
    long end = exposure.secondAfter(exposure.played);
    if (exposure.played > 0) {
      double watched = exposure.played / 1000.0;
      log.appendWatch(end, user, video, -1, watched, exposure.duration / 1000.0);
    }
    if (exposure.liked) {
      log.appendSignal(EventKind.LIKE, end, user, video, -1);
    }
    if (exposure.hated) {
      log.appendSignal(EventKind.NOT_INTERESTED, end, user, video, -1);
    }
  }

  /** The cells of a row; times in milliseconds, that of the exposure since 1970. */
  private record Exposure(
      long time,
      long played,
      long duration,
      boolean clicked,
      boolean liked,
      boolean hated,
      boolean longView,
      boolean random) {

    static Exposure of(Row row) {
      return new Exposure(
          row.whole(TIME, FIRST_MILLIS, LAST_MILLIS, "milliseconds since 1970, from 2001 on"),
          row.whole(PLAYED, 0, MOST_MILLIS, MILLIS),
          row.whole(DURATION, 0, MOST_MILLIS, MILLIS),
          flag(row, CLICK),
          flag(row, LIKE),
          flag(row, HATE),
          flag(row, LONG_VIEW),
          flag(row, RANDOM));
    }

    long secondAfter(long millis) {
      return (time + millis) / 1000;
    }

    boolean isLongWatch() {
      return Satisfaction.isLongWatch(played / 1000.0, duration / 1000.0);
    }
  }

  private static boolean flag(Row row, int column) {
    return row.whole(column, 0, 1, "0 or 1") == 1;
  }

  /** The videos of the rows, in order of first appearance; more may be added. */
  IdTable videoIds() {
    return videoIds;
  }

  /** What to know about the rows that were read, a sentence each. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (merged > 0) {
      notes.add(count(merged) + " of " + count(rows) + " rows repeat user, video and time: merged");
    }
    if (disagreements > 0) {
      notes.add(
          count(disagreements)
              + " rows have another long_view than their play time says: the play time counts");
    }
    if (random > 0) {
      notes.add(
          count(random)
              + " rows were shown at random, with a probability of "
              + String.format(Locale.ROOT, "1/%.0f", 1 / randomPropensity));
    }
    return notes;
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** The events in order of time. */
  EventLog log(Catalog catalog) {
    return log.build(catalog);
  }
}
