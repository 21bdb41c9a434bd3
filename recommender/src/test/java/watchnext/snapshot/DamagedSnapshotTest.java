package watchnext.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshots that are cut, changed or forged: each is refused with a sentence. */
class DamagedSnapshotTest {

  @TempDir private Path folder;
  private Path snapshot;

  @BeforeEach
  void aSmallSnapshot() throws IOException {
    snapshot = folder.resolve("snapshot");
    SnapshotStore.write(snapshot, SmallDraft.of("1", "als"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"als.safetensors", "users.jsonl", "videos.jsonl", "manifest.sha256"})
  void aFlippedBitInAFileIsRefused(String name) throws IOException {
    byte[] whole = Files.readAllBytes(snapshot.resolve(name));
    for (int at = 0; at < whole.length; at += 3) {
      refusedWith(name, flipped(whole, at, (at + at / 8) % 8));
    }
  }

  @Test
  void aFlippedBitInTheManifestIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(snapshot.resolve(Manifest.FILE));
    for (int at = 0; at < whole.length; at += 23) {
      refusedWith(Manifest.FILE, flipped(whole, at, (at + at / 8) % 8));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "als.safetensors",
        "users.jsonl",
        "videos.jsonl",
        "manifest.json",
        "manifest.sha256"
      })
  void aFileCutShortIsRefused(String name) throws IOException {
    byte[] whole = Files.readAllBytes(snapshot.resolve(name));
    for (int length = 0; length < whole.length; length += 1 + whole.length / 40) {
      refusedWith(name, Arrays.copyOf(whole, length));
    }
    refusedWith(name, Arrays.copyOf(whole, whole.length + 1));
  }

  @ParameterizedTest
  @CsvSource({
    "als.safetensors, the part als.safetensors is missing",
    "users.jsonl, the part users.jsonl is missing",
    "manifest.json, is not a snapshot: it has no manifest.json",
    "manifest.sha256, is not a snapshot: it has no manifest.sha256"
  })
  void aMissingFileIsNamed(String name, String sentence) throws IOException {
    Files.delete(snapshot.resolve(name));
    refused(sentence);
  }

  @Test
  void aFolderThatIsNotThereOrEmptyIsRefused() throws IOException {
    assertThatThrownBy(() -> SnapshotStore.read(folder.resolve("nowhere")))
        .isInstanceOf(SnapshotException.class)
        .hasMessageEndingWith("nowhere is not a snapshot: it has no manifest.json");
    assertThatThrownBy(() -> SnapshotStore.read(Files.createDirectory(folder.resolve("empty"))))
        .isInstanceOf(SnapshotException.class);
  }

  @Test
  void aFileThatTheManifestDoesNotNameIsNotOpened() throws IOException {
    Files.writeString(snapshot.resolve("extra.safetensors"), "no arrays at all");
    assertThat(SnapshotStore.read(snapshot).parts().keySet()).containsExactly("als");
  }

  @Test
  void aPartThatNobodyWroteIsNamed() throws IOException {
    assertThatThrownBy(() -> SnapshotStore.read(snapshot).part("gbdt"))
        .hasMessage("the snapshot lacks the part gbdt");
  }

  @Test
  void anotherFormatVersionIsRefused() throws IOException {
    Forger.forge(snapshot, "\"formatVersion\" : 6", "\"formatVersion\" : 5");
    refused("manifest.json must say formatVersion 6, says 5: train it again");
  }

  @Test
  void anOlderVersionWithOtherSettingsIsRefusedForItsVersion() throws IOException {
    Forger.forge(snapshot, "\"formatVersion\" : 6", "\"formatVersion\" : 5");
    Forger.forge(snapshot, "\"seed\" : 1", "\"attention\" : 1");
    refused("manifest.json must say formatVersion 6, says 5: train it again");
  }

  @Test
  void anotherFormatIsRefused() throws IOException {
    Forger.forge(snapshot, "watchnext-snapshot", "watchnext-something");
    refused("manifest.json must say format watchnext-snapshot, says watchnext-something");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../als.safetensors",
        "/etc/als.safetensors",
        "sub/als.safetensors",
        "als",
        "",
        "als.class"
      })
  void aPartOutsideTheFolderOrOfAnotherSortIsRefused(String name) throws IOException {
    Files.copy(snapshot.resolve("als.safetensors"), folder.resolve("als.safetensors"));
    Forger.forge(snapshot, "\"als.safetensors\"", "\"" + name + "\"");
    refused("manifest.json must name parts like two-tower.safetensors, names " + name);
  }

  @Test
  void aPartThatIsALinkToAnotherPlaceIsRefused() throws IOException {
    Path elsewhere = folder.resolve("elsewhere");
    Files.move(snapshot.resolve("als.safetensors"), elsewhere);
    Files.createSymbolicLink(snapshot.resolve("als.safetensors"), elsewhere);
    refused("the part als.safetensors is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"popularity\" : \"DAY\" | \"popularity\" : null",
        "\"seed\" : 1 | \"seed\" : null",
        "\"seed\" : 1 | \"sead\" : 1",
        "\"formatVersion\" : 6, | ",
        "\"format\" : | \"format\" : \"x\", \"format\" :",
        "\"candidates\" : 660, | ",
        "\"epochs\" : 8 | \"epochs\" : -8",
      })
  void aManifestThatLacksSomethingOrSaysNonsenseIsRefused(String text, String forged)
      throws IOException {
    Forger.forge(snapshot, text.strip(), forged == null ? "" : forged.strip());
    refused("manifest.json");
  }

  @Test
  void aCatalogueWithSomebodyTwiceIsRefused() throws IOException {
    Forger.forgePart(snapshot, "users.jsonl", user("u") + "\n" + user("u") + "\n");
    refused("the catalogue is damaged: identifiers must be unique, \"u\" came twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "[]", "{\"id\":\"a\"}", "", "x"})
  void aLineOfTheCatalogueThatIsNotAUserIsNamed(String line) throws IOException {
    Forger.forgePart(snapshot, "users.jsonl", user("u") + "\n" + line + "\n");
    refused("users.jsonl, line 2, cannot be read");
  }

  @Test
  void aUserWithoutACountryIsNotEvenNull() throws IOException {
    Forger.forgePart(
        snapshot, "users.jsonl", user("u").replace("\"country\":\"\"", "\"country\":null") + "\n");
    refused("users.jsonl, line 1, cannot be read");
  }

  private static String user(String id) {
    return "{\"id\":\""
        + id
        + "\",\"country\":\"\",\"language\":\"\",\"device\":\"\","
        + "\"ageBucket\":\"\",\"signedUpEpochSecond\":0}";
  }

  /** Writes damaged bytes, sees them refused, and mends the file. */
  private void refusedWith(String name, byte[] damaged) throws IOException {
    byte[] whole = Files.readAllBytes(snapshot.resolve(name));
    Files.write(snapshot.resolve(name), damaged);
    refused("");
    Files.write(snapshot.resolve(name), whole);
  }

  private void refused(String sentence) {
    assertThatThrownBy(() -> SnapshotStore.read(snapshot))
        .isInstanceOf(SnapshotException.class)
        .hasMessageContaining(sentence)
        .message()
        .isNotBlank();
  }

  private static byte[] flipped(byte[] whole, int at, int bit) {
    byte[] damaged = whole.clone();
    damaged[at] ^= (byte) (1 << bit);
    return damaged;
  }
}
