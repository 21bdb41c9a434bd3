package watchnext.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was meant and cannot be done: exit code 1, one sentence, no stack trace. */
class FailureTest {

  @TempDir private Path folder;

  @Test
  void aFolderThatDoesNotExistIsNamed() {
    Path missing = folder.resolve("films");
    assertFails(
        "films: expected a folder with ratings.csv, ratings.dat or u.data of MovieLens",
        "data",
        "describe",
        "--data=movielens:" + missing);
    assertFails(
        "videos.csv: expected this file or videos.tsv in " + missing,
        "data",
        "describe",
        "--data=csv:" + missing);
  }

  @Test
  void aBadRowNamesFileLineAndColumn() throws IOException {
    ratings("1,10,4.0,1000000000", "1,10,high,1000000100");
    CommandRun run = CommandRun.of("data", "describe", "--data=movielens:" + folder);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .last()
        .asString()
        .startsWith("watchnext: ratings.csv, line 3, column rating: ")
        .endsWith("\"high\"");
  }

  @Test
  void badRowsAreSkippedAndListedWhenAskedTo() throws IOException {
    ratings("1,10,4.0,1000000000", "1,10,high,1000000100", "2,10,3.0,1000000200", "2,,1,1");
    CommandRun run =
        CommandRun.of("data", "describe", "--data=movielens:" + folder, "--bad-rows=skip");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("\nevents  ").doesNotContain("skipped");
    assertThat(run.err())
        .contains("skipped 2 bad rows:")
        .contains("  ratings.csv, line 3, column rating: ")
        .contains("  ratings.csv, line 5, column movieId: ");
  }

  @Test
  void aFolderThatIsNoSnapshotIsRefused() {
    String sentence = folder + " is not a snapshot: it has no manifest.json";
    assertFails(sentence, "verify", folder.toString());
    assertFails(sentence, "evaluate", "--snapshot=" + folder);
    assertFails(sentence, "recommend", "--snapshot=" + folder, "--user=u1");
  }

  @Test
  void aForeignFolderIsNotExportedOver() throws IOException {
    Path own = Files.writeString(folder.resolve("own.txt"), "mine");
    CommandRun run = CommandRun.of("data", "generate", "--world=tiny", "--out=" + folder);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("watchnext: ").doesNotContain("\tat ");
    assertThat(own).hasContent("mine");
  }

  @Test
  void exceptionsThatNameAFileAloneBecomeSentences() {
    assertThat(Failure.sentence(new NoSuchFileException("films")))
        .isEqualTo("films: no such file or folder");
    assertThat(Failure.sentence(new UncheckedIOException(new AccessDeniedException("films"))))
        .isEqualTo("films: permission denied");
    assertThat(Failure.sentence(new FileSystemException("films", null, "Read-only file system")))
        .isEqualTo("films: Read-only file system");
    assertThat(Failure.sentence(new IOException("No space left"))).isEqualTo("No space left");
    assertThat(Failure.isOfInput(new IllegalStateException("a fault of ours"))).isFalse();
  }

  private void ratings(String... rows) throws IOException {
    Files.writeString(folder.resolve("movies.csv"), "movieId,title,genres\n10,Ten (2010),Drama\n");
    Files.writeString(
        folder.resolve("ratings.csv"),
        "userId,movieId,rating,timestamp\n" + String.join("\n", rows) + "\n");
  }

  private static void assertFails(String sentence, String... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.err().lines()).containsExactly("watchnext: " + sentence);
    assertThat(run.out()).isEmpty();
    assertThat(run.exit()).isEqualTo(1);
  }
}
