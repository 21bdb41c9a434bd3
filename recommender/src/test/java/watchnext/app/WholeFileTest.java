package watchnext.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir private Path folder;

  @Test
  void nothingIsLeftBesideTheFile() throws IOException {
    written();
    written();
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("results.json"));
    }
  }

  @Test
  void whoMayReadOtherFilesMayReadThisOne() throws IOException {
    written();
    Path other = Files.createFile(folder.resolve("other"));
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      assertThat(Files.getPosixFilePermissions(folder.resolve("results.json")))
          .isEqualTo(Files.getPosixFilePermissions(other));
    }
  }

  @Test
  void aLinkIsFollowedAndStays() throws IOException {
    Path real = folder.resolve("real.json");
    Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("real.json"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), dangling);
    WholeFile.write(link, "one");
    assertThat(real).hasContent("one").isRegularFile();
    WholeFile.write(link, "two");
    assertThat(real).hasContent("two");
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(Files.isSymbolicLink(dangling)).isTrue();
  }

  @Test
  void linksThatLeadRoundAreRefused() throws IOException {
    Path a = Files.createSymbolicLink(folder.resolve("a"), Path.of("b"));
    Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));
    assertThatThrownBy(() -> WholeFile.write(a, "text"))
        .isInstanceOf(IOException.class)
        .hasMessage(a + " must lead to a file, leads round in links");
  }

  @Test
  void aDeviceIsWrittenToAndStaysADevice() throws IOException {
    Path nothing = Path.of("/dev/null");
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(nothing) && Files.exists(full), "needs /dev/full");
    WholeFile.write(nothing, "text");
    assertThat(Files.isRegularFile(nothing)).isFalse();
    assertThat(nothing).exists();
    assertThatThrownBy(() -> WholeFile.write(full, "text"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("/dev/full cannot be written: ");
    assertThat(Files.isRegularFile(full)).isFalse();
  }

  @Test
  void aPipeIsWrittenToAndStaysAPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    Assumptions.assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    Process reader = new ProcessBuilder("cat", pipe.toString()).start();
    WholeFile.write(pipe, "a table");
    assertThat(new String(reader.getInputStream().readAllBytes(), UTF_8)).isEqualTo("a table");
    assertThat(Files.exists(pipe) && !Files.isRegularFile(pipe)).isTrue();
  }

  @Test
  void aPlaceThatCannotBeWrittenIsRefusedBeforeAnyWork() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    assertThatThrownBy(() -> WholeFile.require(file.resolve("deep/results.json")))
        .isInstanceOf(IOException.class)
        .hasMessage(file + " must be a folder, is none");
    WholeFile.require(folder.resolve("new/deep/results.json"));
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void aFolderIsNotReplacedByAFile() {
    assertThatThrownBy(() -> WholeFile.write(folder, "text"))
        .isInstanceOf(IOException.class)
        .hasMessage(folder + " must be a file, is a folder");
    assertThat(folder).isEmptyDirectory();
  }

  private void written() throws IOException {
    WholeFile.write(folder.resolve("results.json"), "{}");
  }
}
