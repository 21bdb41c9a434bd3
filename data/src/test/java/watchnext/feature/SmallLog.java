package watchnext.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.event.EventKind;
import watchnext.event.EventLog;
import watchnext.event.EventLogBuilder;
import watchnext.event.Recording;

/**
 * A seeded log for tests: pages of ten with clicks, watches, likes and refusals, single ratings,
 * many events to the second, users and videos without attributes among the others. Nobody has a
 * taste; the tests are about bookkeeping.
 */
public final class SmallLog {

  /** First second of the log, a Monday midnight. */
  public static final long START = 1_700_438_400L;

  private static final String[] DEVICES = {"phone", "tv", "", "desktop"};
  private static final String[] LANGUAGES = {"en", "de", ""};

  private SmallLog() {}

  /** {@code users} users, {@code videos} videos and {@code pages} pages over {@code days} days. */
  public static Recording of(int users, int videos, int pages, int days, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Catalog catalog = catalog(users, videos, days, random);
    EventLogBuilder builder = new EventLogBuilder(catalog);
    for (int page = 0; page < pages; page++) {
      long time = START + random.nextLong(days * 86_400L / 20) * 20;
      int user = (int) (users * Math.pow(random.nextDouble(), 2));
      if (random.nextInt(5) == 0) {
        rate(builder, time, user, videos, random);
      } else {
        show(builder, time, user, videos, page, random);
      }
    }
    return new Recording("small log", catalog, builder.build(), Recording.Rhythm.DAILY, "");
  }

  private static Catalog catalog(int users, int videos, int days, RandomGenerator random) {
    List<User> userList = new ArrayList<>();
    for (int u = 0; u < users; u++) {
      long signedUp = u % 3 == 0 ? Video.ALWAYS_THERE : START - random.nextInt(1_000_000);
      userList.add(
          new User("u" + u, "", LANGUAGES[u % 3], DEVICES[random.nextInt(4)], "", signedUp));
    }
    List<Video> videoList = new ArrayList<>();
    for (int v = 0; v < videos; v++) {
      List<String> tags = new ArrayList<>();
      for (int t = random.nextInt(4); t > 0; t--) {
        tags.add("tag" + random.nextInt(12));
      }
      videoList.add(
          new Video(
              "v" + v,
              "",
              v % 5 == 0 ? "" : "c" + random.nextInt(Math.max(1, videos / 6)),
              tags,
              LANGUAGES[random.nextInt(3)],
              v % 7 == 0 ? 0 : Math.exp(2 + 4 * random.nextDouble()),
              v % 4 == 0 ? Video.ALWAYS_THERE : START + random.nextLong(days * 86_400L)));
    }
    return new Catalog(userList, videoList);
  }

  private static void rate(
      EventLogBuilder builder, long time, int user, int videos, RandomGenerator random) {
    for (int i = random.nextInt(3); i >= 0; i--) {
      builder.appendRating(time, user, video(videos, random), 0.5 * (1 + random.nextInt(10)));
    }
  }

  private static void show(
      EventLogBuilder builder, long time, int user, int videos, int page, RandomGenerator random) {
    int request = page % 4 == 0 ? -1 : builder.request("r" + page);
    for (int position = 0; position < 10; position++) {
      int video = video(videos, random);
      builder.appendImpression(time, user, video, request, position, 0.1);
      if (random.nextInt(3) == 0) {
        answer(builder, time + random.nextInt(40), user, video, request, random);
      }
    }
  }

  private static void answer(
      EventLogBuilder builder,
      long time,
      int user,
      int video,
      int request,
      RandomGenerator random) {
    builder.appendSignal(EventKind.CLICK, time, user, video, request);
    double duration = random.nextBoolean() ? 0 : 60;
    builder.appendWatch(time + 20, user, video, request, random.nextInt(40), duration);
    if (random.nextInt(6) == 0) {
      builder.appendSignal(EventKind.LIKE, time + 20, user, video, request);
    }
    if (random.nextInt(10) == 0) {
      builder.appendSignal(EventKind.NOT_INTERESTED, time + 30, user, video, request);
    }
  }

  /** Few videos get most of the traffic. */
  private static int video(int videos, RandomGenerator random) {
    return (int) (videos * Math.pow(random.nextDouble(), 3));
  }

  /** The events of {@code log} strictly before {@code epochSecond}, the others deleted. */
  public static EventLog before(EventLog log, long epochSecond) {
    return log.before(log.indexAt(epochSecond));
  }
}
