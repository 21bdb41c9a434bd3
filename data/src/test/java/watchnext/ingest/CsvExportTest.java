package watchnext.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.event.Event;
import watchnext.event.EventLogBuilder;
import watchnext.event.Recording;

class CsvExportTest {

  private static final List<String> AWKWARD =
      List.of(
          "plain",
          "comma, \"quote\" and\r\nline\nbreak",
          "=1+1",
          "'=1+1",
          "''-x",
          "'quoted'",
          "-5",
          "+47",
          "@home",
          "\ttab",
          "\rreturn",
          " space ",
          "#comment",
          "naïve 日本語 😀",
          "\uD800\uDC80",
          "back\\slash|bar",
          "1.50");

  @TempDir Path folder;

  @Test
  void readingBackAnExportGivesTheSameValueForValue() throws IOException {
    Recording recording = recording(AWKWARD, 5_000);
    CsvExport.write(recording, folder.resolve("out"));
    Recording back = Texts.csv(folder.resolve("out"), BadRows.FAIL).recording();
    assertThat(back.catalog().users()).isEqualTo(recording.catalog().users());
    assertThat(back.catalog().videos()).isEqualTo(recording.catalog().videos());
    assertThat(Texts.all(back.events())).isEqualTo(Texts.all(recording.events()));
    assertThat(back.licence()).isEqualTo(recording.licence());
  }

  @Test
  void exportingWhatWasReadGivesTheSameBytes() throws IOException {
    CsvExport.write(recording(AWKWARD, 500), folder.resolve("one"));
    Recording back = Texts.csv(folder.resolve("one"), BadRows.FAIL).recording();
    CsvExport.write(back, folder.resolve("two"));
    for (String file : List.of("videos.csv", "users.csv", "events.csv", "licence.txt")) {
      assertThat(folder.resolve("two").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("one").resolve(file));
    }
  }

  @Test
  void noCellOfAnExportBeginsLikeAFormula() throws IOException {
    CsvExport.write(recording(AWKWARD, 50), folder.resolve("out"));
    assertThat(folder.resolve("out/videos.csv"))
        .content()
        .contains("\n'=1+1,'=1+1,'=1+1,", "\n''=1+1,")
        .doesNotContainPattern("(?m)(^|,)\"?[=+@]");
  }

  @Test
  void aTargetThatIsNotEmptyIsRefusedAndUntouched() throws IOException {
    Texts.write(folder, "mine.txt", "mine");
    Recording recording = recording(List.of("a"), 1);
    assertThatThrownBy(() -> CsvExport.write(recording, folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the target must be an empty folder, was " + folder);
    assertThatThrownBy(() -> CsvExport.write(recording, folder.resolve("mine.txt")))
        .hasMessage("the target must be a folder, was the file " + folder.resolve("mine.txt"));
    assertThat(names(folder)).containsExactly("mine.txt");
  }

  @Test
  void anEmptyFolderIsAGoodTarget() throws IOException {
    Path target = Files.createDirectory(folder.resolve("out"));
    CsvExport.write(recording(List.of("a"), 1), target);
    assertThat(names(target))
        .containsExactlyInAnyOrder("videos.csv", "users.csv", "events.csv", "licence.txt");
  }

  @Test
  void afterAFailureNothingIsLeft() {
    // An unpaired surrogate is no text and cannot be written.
    Recording recording = recording(List.of("\uD800"), 1);
    assertThatThrownBy(() -> CsvExport.write(recording, folder.resolve("out")))
        .isInstanceOf(IOException.class);
    assertThat(names(folder)).isEmpty();
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Users, videos and requests of these names, and random events of all kinds. */
  private static Recording recording(List<String> texts, int events) {
    List<User> users =
        texts.stream().map(text -> new User(text, text, text, text, text, -7)).toList();
    List<Video> videos =
        texts.stream()
            .map(text -> new Video(text, text, text, List.of(text, "|"), text, 1 / 3.0, -1_000_000))
            .toList();
    Catalog catalog = new Catalog(users, videos);
    EventLogBuilder log = new EventLogBuilder(catalog);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < events; i++) {
      String user = texts.get(random.nextInt(texts.size()));
      String video = texts.get(random.nextInt(texts.size()));
      String request = random.nextBoolean() ? "" : texts.get(random.nextInt(texts.size()));
      long time = random.nextLong(-100, 100);
      double value = random.nextDouble() * Math.pow(10, random.nextInt(-8, 5));
      log.add(
          switch (random.nextInt(6)) {
            case 0 ->
                new Event.Impression(
                    time, user, video, request, random.nextInt(-1, 50), Math.min(1, value), user);
            case 1 -> new Event.Click(time, user, video, request);
            case 2 -> new Event.Watch(time, user, video, request, value, value / 3);
            case 3 -> new Event.Like(time, user, video, request);
            case 4 -> new Event.NotInterested(time, user, video, request);
            default -> new Event.Rating(time, user, video, 0.5 + random.nextInt(10) / 2.0);
          });
    }
    return new Recording("test", catalog, log.build(), Recording.Rhythm.DAILY, "For tests\nonly.");
  }
}
