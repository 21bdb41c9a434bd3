package watchnext.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.event.Recording;

/**
 * Reads a folder of KuaiRand as it was published, Pure, 1K or 27K: the log of a real short-video
 * feed, every exposure with clicks, watch time and likes, some of them shown at random [gao2022].
 *
 * <p>The feed shows one video at a time: no request identifiers, positions unknown, see {@link
 * KuaiRandLog} for the events of a row. A row shown at random has a known propensity, one over the
 * number of videos in all such rows (7,583 in the release). A good watch is what {@link
 * watchnext.event.Satisfaction} says of play time and duration, the rule that {@code long_view} was
 * made by; of users only the number is kept, since their features describe the whole month. So do
 * the files of statistics, which are never read.
 *
 * <p>Memory: the event log, the identifiers and the catalogue; no row is kept. <i>Stateless.</i>
 */
public final class KuaiRand {

  private static final String LICENCE =
      "KuaiRand (Gao et al., CIKM 2022), CC BY-SA 4.0: name the source, share alike";

  private static final Columns USERS =
      Columns.of("user_id")
          .optional(
              "user_active_degree",
              "is_lowactive_period",
              "is_live_streamer",
              "is_video_author",
              "follow_user_num",
              "follow_user_num_range",
              "fans_user_num",
              "fans_user_num_range",
              "friend_user_num",
              "friend_user_num_range",
              "register_days",
              "register_days_range")
          .optional(encryptedFeatures());

  private KuaiRand() {}

  private static String[] encryptedFeatures() {
    String[] names = new String[18];
    for (int i = 0; i < names.length; i++) {
      names[i] = "onehot_feat" + i;
    }
    return names;
  }

  /**
   * Reads a folder.
   *
   * @param folder holds the unpacked files, at least one log and the features of its videos
   * @param share which users are read; videos that none of them met are left out, unless it is all
   * @param badRows what to do with rows that are not as promised
   * @param progress hears of each file
   * @throws BadInputException when a file is missing or has a damaged header, or a row is bad and
   *     the policy is to fail
   * @throws IOException when a file cannot be read
   */
  public static Ingested read(Path folder, UserShare share, BadRows badRows, Progress progress)
      throws IOException {
    KuaiRandFiles files = KuaiRandFiles.in(folder);
    Intake intake = new Intake(badRows, progress);
    IdTable userIds = new IdTable();
    for (Path file : files.users()) {
      readUsers(file, share, userIds, intake);
    }
    KuaiRandLog log =
        new KuaiRandLog(
            userIds,
            !files.users().isEmpty(),
            share,
            KuaiRandLog.randomPropensity(files.randomLogs()));
    for (Path file : files.logs()) {
      log.read(file, intake);
    }
    KuaiRandVideos features = new KuaiRandVideos(log.videoIds(), !share.isAll());
    for (Path file : files.videos()) {
      features.read(file, intake);
    }
    List<Video> videos = features.videos(files.videos().get(0), intake);
    List<User> users = userIds.ids().stream().map(User::unknown).toList();
    Catalog catalog = new Catalog(users, videos);
    String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    Recording recording =
        new Recording(name, catalog, log.log(catalog), Recording.Rhythm.DAILY, LICENCE);
    return new Ingested(recording, intake.skipped(), notes(files, share, log, features));
  }

  private static void readUsers(Path file, UserShare share, IdTable ids, Intake intake)
      throws IOException {
    new Table(file, Form.PLAIN_CSV, USERS)
        .forEach(
            intake,
            row -> {
              if (share.has(row.whole(0, 0, Long.MAX_VALUE, "a user's number"))) {
                row.newId(0, ids);
              }
            });
  }

  private static List<String> notes(
      KuaiRandFiles files, UserShare share, KuaiRandLog log, KuaiRandVideos features) {
    List<String> notes = new ArrayList<>();
    for (Path file : files.statistics()) {
      notes.add("left out " + file.getFileName() + ": " + KuaiRandFiles.WHY_NO_STATISTICS);
    }
    notes.addAll(log.notes());
    if (!share.isAll()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "a share of %s of the users was read; %,d videos that none of them met are left out",
              share.share(),
              features.leftOut()));
    }
    return notes;
  }
}
