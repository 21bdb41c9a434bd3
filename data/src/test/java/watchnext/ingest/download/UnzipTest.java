package watchnext.ingest.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchnext.ingest.Mutations;
import watchnext.ingest.Progress;

class UnzipTest {

  private static final int MIB = 1 << 20;
  private static final int LINK = 0xA1FF;

  @TempDir Path folder;
  private Path target;

  @BeforeEach
  void makeTarget() throws IOException {
    target = Files.createDirectory(folder.resolve("target"));
  }

  @Test
  void filesAndFoldersComeOut() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("ml/", new byte[0]);
    files.put("ml/a.csv", new byte[] {1, 2});
    files.put("ml/deep/inside.zip", Zips.of("x", "y"));
    unpack(Zips.of(files));
    assertThat(target.resolve("ml/a.csv")).hasBinaryContent(new byte[] {1, 2});
    assertThat(target.resolve("ml/deep/inside.zip")).isRegularFile();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil",
        "a/../../evil",
        "/etc/evil",
        "..",
        "C:/evil",
        "..\\evil",
        "a//b",
        "./a",
        "a\nb",
        ".",
        "a/..",
        "a/\u0000b",
      })
  void namesThatLeaveTheFolderAreRefused(String name) {
    assertThatThrownBy(() -> unpack(Zips.of(name, "x")))
        .isInstanceOf(DownloadException.class)
        .hasMessageStartingWith("test.zip was not unpacked: the name \"")
        .hasMessageEndingWith("\" does not stay inside the folder");
    assertThat(folder.resolve("evil")).doesNotExist();
    assertThat(target).isEmptyDirectory();
  }

  @Test
  void aLinkComesOutAsAPlainFile() throws IOException {
    unpack(Zips.withMode(Zips.of("link", "/etc/passwd"), LINK));
    assertThat(target.resolve("link")).isRegularFile().hasContent("/etc/passwd");
    assertThat(Files.isSymbolicLink(target.resolve("link"))).isFalse();
  }

  @Test
  void anHonestBombStopsAtTheLimit() {
    assertStopsInTime(Zips.of(Map.of("zeros", new byte[20 * MIB])));
  }

  @Test
  void aBombThatLiesAboutItsSizeStopsAtTheLimit() {
    assertStopsInTime(Zips.withSize(Zips.of(Map.of("zeros", new byte[20 * MIB])), 10));
  }

  @Test
  void aBombOfOverlappingEntriesStopsAtTheLimit() {
    byte[] one = Zips.of(Map.of("0", new byte[MIB / 4]));
    assertStopsInTime(Zips.overlapping(one, 60));
  }

  private void assertStopsInTime(byte[] zip) {
    long allowed = Math.max(MIB, 100L * zip.length);
    assertThatThrownBy(() -> unpack(zip))
        .isInstanceOf(DownloadException.class)
        .hasMessage("test.zip was not unpacked: it inflates to more than " + allowed + " bytes");
    assertThat(sizeOf(target)).isLessThanOrEqualTo(allowed);
  }

  private static long sizeOf(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void tooManyEntriesAreRefusedBeforeTheFirstIsUnpacked() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i <= 10_000; i++) {
      files.put("f" + i, new byte[0]);
    }
    assertThatThrownBy(() -> unpack(Zips.of(files)))
        .isInstanceOf(DownloadException.class)
        .hasMessage("test.zip was not unpacked: it has more than 10000 entries");
    assertThat(target).isEmptyDirectory();
  }

  @Test
  void aNameThatComesTwiceIsRefused() {
    byte[] zip = Zips.overlapping(Zips.of("0", "x"), 1);
    byte[] twice = Zips.overlapping(zip, 2);
    Zips.firstEntry(twice).put(46, (byte) '"');
    assertThatThrownBy(() -> unpack(twice))
        .isInstanceOf(DownloadException.class)
        .hasMessageEndingWith("comes twice");
  }

  @Test
  void whatIsNoArchiveIsRefused() {
    assertThatThrownBy(() -> unpack(new byte[] {1, 2, 3}))
        .isInstanceOf(DownloadException.class)
        .hasMessageStartingWith("test.zip was not unpacked: it is damaged (");
  }

  @Test
  void damagedArchivesGiveDeclaredExceptionsOnly() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("ml/a.csv", "some text, some text, some text".getBytes(UTF_8));
    files.put("ml/b.csv", new byte[300]);
    byte[] zip = Zips.of(files);
    SplittableRandom random = new SplittableRandom(30);
    for (int i = 0; i < 1_000; i++) {
      byte[] damaged = Mutations.of(zip, random);
      Path place = Files.createDirectory(target.resolve("t" + i));
      try {
        Files.deleteIfExists(folder.resolve("test.zip"));
        Path archive = Files.write(folder.resolve("test.zip"), damaged);
        Unzip.unpack(archive, place, Progress.NONE);
      } catch (IOException e) {
        assertThat(e).as("round %d", i).isInstanceOf(DownloadException.class);
      }
    }
  }

  private void unpack(byte[] zip) throws IOException {
    Path archive = Files.write(folder.resolve("test.zip"), zip);
    Unzip.unpack(archive, target, Progress.NONE);
  }
}
