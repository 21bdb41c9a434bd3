package watchnext.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.event.Event;
import watchnext.event.EventKind;
import watchnext.event.EventLog;
import watchnext.event.Recording;

class KuaiRandTest {

  private static final String LOG =
      "user_id,video_id,date,hourmin,time_ms,is_click,is_like,is_follow,is_comment,is_forward,"
          + "is_hate,long_view,play_time_ms,duration_ms,profile_stay_time,comment_stay_time,"
          + "is_profile_enter,is_rand,tab\n";
  private static final String VIDEOS =
      "video_id,author_id,video_type,upload_dt,upload_type,visible_status,video_duration,"
          + "server_width,server_height,music_id,music_type,tag\n";
  private static final String STANDARD = "log_standard_4_22_to_5_08_pure.csv";
  private static final String RANDOM = "log_random_4_22_to_5_08_pure.csv";
  private static final String BASIC = "video_features_basic_pure.csv";

  /** 25 April 2022, 00:00:00.900 UTC. */
  private static final long T = 1_650_844_800_900L;

  @TempDir Path folder;

  @Test
  void aRowBecomesEventsEachAtTheSecondInWhichItIsKnown() {
    features(3);
    logs(
        row(7, 0, T, "1,1,0,0,0,0,1,61802,49866", 0)
            + row(7, 1, T + 1, "0,0,0,0,0,1,0,1184,11933", 0)
            + row(8, 2, T + 2, "0,0,0,0,0,0,0,0,0", 0));
    EventLog log = read().recording().events();
    long second = T / 1000;
    // plays of 61.802 and 1.184 s from .900 and .901 on end in the seconds 62 and 2
    assertThat(Texts.all(log))
        .containsExactly(
            new Event.Impression(second, "7", "0", "", -1, 0),
            new Event.Impression(second, "7", "1", "", -1, 0),
            new Event.Impression(second, "8", "2", "", -1, 0),
            new Event.Watch(second + 2, "7", "1", "", 1.184f, 11.933f),
            new Event.NotInterested(second + 2, "7", "1", ""),
            new Event.Click(second + 7, "7", "0", ""),
            new Event.Watch(second + 62, "7", "0", "", 61.802f, 49.866f),
            new Event.Like(second + 62, "7", "0", ""));
    assertThat(log.isGood(6)).isTrue();
  }

  @Test
  void aVideoHasWhatWasKnownAtUpload() {
    Texts.write(
        folder,
        BASIC,
        VIDEOS
            + "5,77,NORMAL,2022-04-10,Web,0.0,87433.0,720.0,1280.0,1,9.0,\"20,43\"\n"
            + "4,78,AD,,Web,0.0,,720.0,1280.0,1,,\n");
    logs(row(7, 4, T, "0,0,0,0,0,0,0,0,0", 0));
    Recording recording = read().recording();
    // 10 April in Beijing begins at 16:00 of the 9th in UTC
    assertThat(recording.catalog().videos())
        .containsExactly(
            new Video("4", "", "78", List.of(), "", 0, Video.ALWAYS_THERE),
            new Video("5", "", "77", List.of("20", "43"), "", 87.433, 1_649_520_000));
    assertThat(recording.rhythm()).isEqualTo(Recording.Rhythm.DAILY);
    assertThat(recording.licence()).contains("CC BY-SA 4.0");
  }

  @Test
  void theFileOfUsersNamesThemAllAndNothingElseOfThem() {
    features(1);
    Texts.write(folder, "user_features_pure.csv", "user_id,register_days\n9,799\n7,231\n");
    logs(row(7, 0, T, "0,0,0,0,0,0,0,0,0", 0));
    assertThat(read().recording().catalog().users())
        .containsExactly(User.unknown("9"), User.unknown("7"));
    logs(row(8, 0, T, "0,0,0,0,0,0,0,0,0", 0));
    assertThatThrownBy(this::read)
        .hasMessage(
            STANDARD + ", line 2, column user_id: expected a user of the user features, was \"8\"");
  }

  /** Four random rows of three videos: each was shown with a probability of one third. */
  @Test
  void randomRowsHaveOneOverThePoolAsPropensity() {
    features(4);
    logs(row(7, 3, T, "0,0,0,0,0,0,0,0,0", 0));
    Texts.write(
        folder,
        RANDOM,
        LOG
            + row(7, 0, T + 4000, "0,0,0,0,0,0,0,0,0", 1)
            + row(7, 1, T - 4000, "0,0,0,0,0,0,0,0,0", 1)
            + row(8, 2, T + 5000, "0,0,0,0,0,0,0,0,0", 1)
            + row(9, 2, T + 6000, "0,0,0,0,0,0,0,0,0", 1));
    Ingested ingested = read();
    EventLog log = ingested.recording().events();
    assertThat(log.size()).isEqualTo(5);
    assertThat(IntStream.range(0, 5).mapToObj(i -> log.get(i).videoId()))
        .containsExactly("1", "3", "0", "2", "2");
    assertThat(IntStream.range(0, 5).mapToObj(log::propensity))
        .containsExactly(1 / 3f, 0f, 1 / 3f, 1 / 3f, 1 / 3f);
    assertThat(ingested.notes())
        .containsExactly("4 rows were shown at random, with a probability of 1/3");
  }

  @Test
  void rowsThatRepeatUserVideoAndTimeAreMergedAndCounted() {
    features(2);
    logs(
        row(7, 0, T, "1,0,0,0,0,0,0,5000,60000", 0)
            + row(7, 1, T, "0,0,0,0,0,0,0,0,60000", 0)
            + row(7, 0, T, "1,1,0,0,0,0,0,9000,60000", 0)
            + row(7, 0, T + 1, "0,0,0,0,0,0,0,0,60000", 0));
    Ingested ingested = read();
    EventLog log = ingested.recording().events();
    assertThat(IntStream.range(0, log.size()).mapToObj(log::kind))
        .containsExactly(
            EventKind.IMPRESSION,
            EventKind.IMPRESSION,
            EventKind.IMPRESSION,
            EventKind.CLICK,
            EventKind.WATCH);
    assertThat(ingested.notes()).containsExactly("1 of 4 rows repeat user, video and time: merged");
  }

  @Test
  void aLongViewThatThePlayTimeDeniesIsCountedAndThePlayTimeStands() {
    features(1);
    logs(row(7, 0, T, "1,0,0,0,0,0,1,13706,13933", 0));
    Ingested ingested = read();
    assertThat(ingested.recording().events().isGood(2)).isFalse();
    assertThat(ingested.notes())
        .containsExactly(
            "1 rows have another long_view than their play time says: the play time counts");
  }

  @Test
  void logsAreReadWithoutTheirOrderAndTheLargeOnesInParts() {
    features("27k", 2);
    Texts.write(folder, "log_standard_4_22_to_5_08_27k_part2.csv", LOG + plain(7, 0, T + 9000));
    Texts.write(folder, "log_standard_4_22_to_5_08_27k_part1.csv", LOG + plain(7, 1, T + 8000));
    Texts.write(folder, "log_standard_4_08_to_4_21_27k_part1.csv", LOG + plain(8, 1, T));
    Recording recording = read().recording();
    assertThat(Texts.all(recording.events()))
        .extracting(event -> event.userId() + event.videoId())
        .containsExactly("81", "71", "70");
  }

  @Test
  void aShareOfTheUsersIsTheSameInEveryFileAndLeavesOutWhatNobodyMet() {
    features(1_000);
    StringBuilder rows = new StringBuilder();
    for (int user = 0; user < 1_000; user++) {
      rows.append(plain(user, user, T + user * 1000L));
      rows.append(plain(user, 999 - user, T + user * 1000L));
    }
    logs(rows.toString());
    Recording some = read(new UserShare(0.25)).recording();
    // 1,000 draws of .25: 250 with a standard deviation of 13.7
    assertThat(some.catalog().users().size()).isBetween(195, 305);
    assertThat(some.events().size()).isEqualTo(2 * some.catalog().users().size());
    assertThat(some.catalog().videos().size()).isLessThanOrEqualTo(some.events().size());
    Recording more = read(new UserShare(0.5)).recording();
    assertThat(more.catalog().userVocabulary().ids())
        .containsAll(some.catalog().userVocabulary().ids());
    assertThat(read(UserShare.ALL).recording().catalog().users()).hasSize(1_000);
  }

  @Test
  void statisticsOfTheWholeMonthAreLeftOutOrRefused() {
    features(1);
    Texts.write(folder, "video_features_statistic_pure.csv", "video_id,show_cnt\n0,9\n");
    String why = "it averages over the whole month, the test period included";
    assertThatThrownBy(this::read)
        .hasMessage(
            "video_features_statistic_pure.csv: expected logs and basic features, this file is"
                + " refused: "
                + why);
    assertThatThrownBy(() -> read(folder.resolve("video_features_statistic_pure.csv")))
        .hasMessageEndingWith("expected a folder, was a file; it is refused: " + why);
    logs(plain(7, 0, T));
    assertThat(read().notes())
        .containsExactly("left out video_features_statistic_pure.csv: " + why);
  }

  @Test
  void aFolderWithoutItsFilesIsRefusedInASentence() {
    assertThatThrownBy(this::read)
        .isInstanceOf(BadInputException.class)
        .hasMessage(folder + ": expected log_standard_*.csv or log_random_*.csv of KuaiRand");
    logs(plain(7, 0, T));
    assertThatThrownBy(this::read)
        .hasMessage(folder + ": expected video_features_basic_*.csv of KuaiRand");
    features(1);
    Texts.write(folder, "user_features_1k.csv", "user_id\n7\n");
    assertThatThrownBy(this::read)
        .hasMessage(
            folder
                + ": expected the files of one set, as each numbers its users anew, found [1k,"
                + " pure]");
    assertThatThrownBy(() -> read(folder.resolve("nowhere")))
        .hasMessage(folder.resolve("nowhere") + ": expected a folder, found none");
  }

  @Test
  void aMissingOrUnknownColumnIsNamedWithFileAndLine() {
    features(1);
    Texts.write(folder, STANDARD, LOG.replace("is_hate,", "") + "\n");
    assertThatThrownBy(this::read)
        .hasMessageStartingWith(
            STANDARD + ", line 1: expected a column \"is_hate\"; the columns are user_id, ");
    Texts.write(folder, STANDARD, LOG.replace("is_hate", "hate") + "\n");
    assertThatThrownBy(this::read)
        .hasMessageStartingWith(STANDARD + ", line 1: unknown column \"hate\"; the columns are ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "7,0,0,0,1650844800,0,0,0,0,0,0,0,0,0,0,0,0,0,0; column time_ms: expected milliseconds since"
            + " 1970, from 2001 on, was \"1650844800\"",
        "7,0,0,0,1650844800900,2,0,0,0,0,0,0,0,0,0,0,0,0,0; column is_click: expected 0 or 1, was \"2\"",
        "7,0,0,0,1650844800900,0,0,0,0,0,0,0,-5,0,0,0,0,0,0; column play_time_ms: expected"
            + " milliseconds from 0 to 604800000, was \"-5\"",
        "x,0,0,0,1650844800900,0,0,0,0,0,0,0,0,0,0,0,0,0,0; column user_id: expected a user's number,"
            + " was \"x\"",
        "7,0,0,0,1650844800900,0,0; : expected 19 columns, found 7"
      })
  void aBadRowNamesItsColumnAndCanBeSkipped(String row, String problem) {
    features(1);
    logs(row + "\n" + plain(7, 0, T));
    String where = STANDARD + ", line 2" + (problem.startsWith(":") ? "" : ", ");
    assertThatThrownBy(this::read).hasMessage(where + problem);
    Ingested ingested = read(folder, UserShare.ALL, BadRows.SKIP);
    assertThat(ingested.skipped().total()).isOne();
    assertThat(ingested.recording().events().size()).isOne();
  }

  @Test
  void aVideoWithoutFeaturesIsABadRow() {
    features(1);
    logs(plain(7, 0, T) + plain(7, 5, T));
    assertThatThrownBy(this::read)
        .hasMessage(
            BASIC + ", column video_id: expected a row of each video of the logs, has none of 5");
    Recording recording = read(folder, UserShare.ALL, BadRows.SKIP).recording();
    assertThat(recording.catalog().video(1).id()).isEqualTo("5");
    assertThat(recording.events().size()).isEqualTo(2);
  }

  /**
   * Two events of 31 bytes a row in columns that grow by half; a row kept as text has 600 bytes.
   */
  @Test
  void noRowIsKeptHoweverLongTheLog() throws IOException {
    features(500);
    try (BufferedWriter log = Files.newBufferedWriter(folder.resolve(STANDARD))) {
      log.write(LOG);
      for (int i = 0; i < 300_000; i++) {
        log.write(row(i % 997, i % 499, T + i * 10L, "0,0,0,0,0,0,0,9000,60000", 0));
      }
    }
    read(); // classes are loaded, methods compiled
    long before = usedBytes();
    List<Long> bytesAnEvent = new ArrayList<>();
    Progress progress =
        (file, rows, bytes, total) -> {
          if (file.equals(STANDARD) && rows > 200_000 && bytes < total) {
            bytesAnEvent.add((usedBytes() - before) / (2 * rows));
          }
        };
    KuaiRand.read(folder, UserShare.ALL, BadRows.FAIL, progress);
    assertThat(bytesAnEvent).hasSize(1).allMatch(bytes -> bytes < 31 * 1.5 + 30);
  }

  private static long usedBytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Test
  void theRealHalfOfKuaiRandPureIsRead() throws IOException {
    Path real =
        Path.of(System.getenv().getOrDefault("WATCHNEXT_DATA", "")).resolve("kuairand-pure-half");
    assumeTrue(Files.isDirectory(real), "WATCHNEXT_DATA has no kuairand-pure-half");
    Ingested ingested = KuaiRand.read(real, UserShare.ALL, BadRows.FAIL, Progress.NONE);
    EventLog log = ingested.recording().events();
    assertThat(ingested.recording().catalog().users()).hasSize(13_643);
    assertThat(ingested.recording().catalog().videos()).hasSize(7_583);
    assertThat(kinds(log, EventKind.IMPRESSION)).isEqualTo(113_622 - 2_872);
    assertThat(ingested.notes())
        .contains("2,872 of 113,622 rows repeat user, video and time: merged")
        .anyMatch(note -> note.contains("another long_view"));
  }

  private static long kinds(EventLog log, EventKind kind) {
    return IntStream.range(0, log.size()).filter(i -> log.kind(i) == kind).count();
  }

  private void features(int videos) {
    features("pure", videos);
  }

  private void features(String set, int videos) {
    StringBuilder text = new StringBuilder(VIDEOS);
    for (int v = 0; v < videos; v++) {
      text.append(v).append(",1,NORMAL,2022-04-10,Web,0.0,60000.0,720.0,1280.0,1,9.0,3\n");
    }
    Texts.write(folder, "video_features_basic_" + set + ".csv", text.toString());
  }

  private void logs(String rows) {
    Texts.write(folder, STANDARD, LOG + rows);
  }

  /** A row without any answer. */
  private static String plain(int user, int video, long time) {
    return row(user, video, time, "0,0,0,0,0,0,0,0,0", 0);
  }

  /** A row with these cells from is_click to duration_ms. */
  private static String row(int user, int video, long time, String cells, int random) {
    return user + "," + video + ",20220425,800," + time + "," + cells + ",0,0,0," + random + ",1\n";
  }

  private Ingested read() {
    return read(folder);
  }

  private Ingested read(UserShare share) {
    return read(folder, share, BadRows.FAIL);
  }

  private static Ingested read(Path folder) {
    return read(folder, UserShare.ALL, BadRows.FAIL);
  }

  private static Ingested read(Path folder, UserShare share, BadRows badRows) {
    try {
      return KuaiRand.read(folder, share, badRows, Progress.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
