package watchnext.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchnext.assembly.RebuildConfig;

class SnapshotStoreTest {

  @TempDir private Path folder;

  private Path target() {
    return folder.resolve("deep/snapshot");
  }

  @Test
  void whatIsWrittenComesBack() throws IOException {
    Manifest written = SnapshotStore.write(target(), SmallDraft.of("1", "als", "two-tower"));
    SnapshotStore.Contents contents = SnapshotStore.read(target());
    assertThat(contents.manifest()).isEqualTo(written);
    assertThat(contents.manifest().config()).isEqualTo(RebuildConfig.defaults(1));
    assertThat(contents.catalog().users()).isEqualTo(SmallDraft.CATALOG.users());
    assertThat(contents.catalog().videos()).isEqualTo(SmallDraft.CATALOG.videos());
    assertThat(contents.part("als").floats("x", 3)).containsExactly(1, 2, 3);
    assertThat(contents.parts().keySet()).containsExactly("als", "two-tower");
  }

  @Test
  void theFolderHoldsThePartsTheManifestAndItsSealAndNothingElse() throws IOException {
    SnapshotStore.write(target(), SmallDraft.of("1", "als"));
    assertThat(names(target()))
        .containsExactly(
            "als.safetensors",
            "manifest.json",
            "manifest.sha256",
            "settings.yaml",
            "users.jsonl",
            "videos.jsonl");
    assertThat(names(folder.resolve("deep"))).containsExactly("snapshot");
  }

  @Test
  void theSealIsWhatSha256sumWouldPrint() throws IOException {
    SnapshotStore.write(target(), SmallDraft.of("1", "als"));
    assertThat(Files.readString(target().resolve(Manifest.SEAL)))
        .isEqualTo(Fingerprint.of(target().resolve(Manifest.FILE)) + "  manifest.json\n");
  }

  @Test
  void sameContentsSameBytes() throws IOException {
    SnapshotStore.write(folder.resolve("a"), SmallDraft.of("1", "als"));
    SnapshotStore.write(folder.resolve("b"), SmallDraft.of("1", "als"));
    for (String name : names(folder.resolve("a"))) {
      assertThat(folder.resolve("a").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("b").resolve(name));
    }
  }

  @Test
  void aNewSnapshotReplacesTheOldOneAndLeavesNothingBeside() throws IOException {
    SnapshotStore.write(target(), SmallDraft.of("1", "als", "old-part"));
    SnapshotStore.write(target(), SmallDraft.of("2", "als"));
    assertThat(SnapshotStore.read(target()).manifest().provenance().version()).isEqualTo("2");
    assertThat(target().resolve("old-part.safetensors")).doesNotExist();
    assertThat(names(folder.resolve("deep"))).containsExactly("snapshot");
  }

  @Test
  void whatACrashLeftBesideIsClearedAway() throws IOException {
    SnapshotStore.write(folder.resolve("deep/.snapshot.old"), SmallDraft.of("0", "als"));
    SnapshotStore.write(target(), SmallDraft.of("1", "als"));
    SnapshotStore.write(target(), SmallDraft.of("2", "als"));
    assertThat(names(folder.resolve("deep"))).containsExactly("snapshot");
  }

  @Test
  void whatADeadProgramLeftUnfinishedIsClearedAwayAndWhatALivingOneHasIsNot() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Path left = folder.resolve("deep/.snapshot.tmp-" + dead.pid());
    Path others = folder.resolve("deep/.other.tmp-" + dead.pid());
    Path living =
        folder.resolve(
            "deep/.snapshot.tmp-" + ProcessHandle.current().parent().orElseThrow().pid());
    for (Path unfinished : List.of(left, others, living)) {
      Files.createDirectories(unfinished);
      Files.writeString(unfinished.resolve("als.safetensors"), "half");
    }
    SnapshotStore.write(target(), SmallDraft.of("1", "als"));
    assertThat(left).doesNotExist();
    assertThat(others).exists();
    assertThat(living).exists();
  }

  @Test
  void aProgramThatIsEndedLeavesNothingHalfWritten() throws IOException {
    SnapshotStore.write(target(), SmallDraft.of("1", "als"));
    Unfinished unfinished = new Unfinished(target());
    Files.writeString(unfinished.folder().resolve("als.safetensors"), "half");
    unfinished.abandon();
    assertThatThrownBy(() -> unfinished.moveIntoPlace())
        .isInstanceOf(IOException.class)
        .hasMessage("the program was ended before " + target() + " was written");
    unfinished.close();
    assertThat(names(folder.resolve("deep"))).containsExactly("snapshot");
    assertThat(SnapshotStore.read(target()).manifest().provenance().version()).isEqualTo("1");
  }

  @Test
  void aWriteThatFailsLeavesTheOldSnapshot() throws IOException {
    SnapshotStore.write(target(), SmallDraft.of("1", "als"));
    assertThatThrownBy(() -> SnapshotStore.write(target(), SmallDraft.of("2", "Not A Name")))
        .isInstanceOf(SnapshotException.class)
        .hasMessageContaining("names Not A Name.safetensors");
    assertThat(SnapshotStore.read(target()).manifest().provenance().version()).isEqualTo("1");
    assertThat(names(folder.resolve("deep"))).containsExactly("snapshot");
  }

  @Test
  void aPartCannotEscapeFromTheFolderWhenWritten() throws IOException {
    SnapshotStore.write(target(), SmallDraft.of("1", "als"));
    assertThatThrownBy(() -> SnapshotStore.write(target(), SmallDraft.of("2", "sub/../../x")))
        .isInstanceOfAny(SnapshotException.class, IOException.class);
    assertThat(names(folder.resolve("deep"))).containsExactly("snapshot");
  }

  @Test
  void anEmptyFolderMayBeUsed() throws IOException {
    Files.createDirectories(target());
    SnapshotStore.write(target(), SmallDraft.of("1", "als"));
    assertThat(SnapshotStore.read(target()).parts()).containsKey("als");
  }

  @Test
  void aFolderOfOtherThingsIsLeftAsItIs() throws IOException {
    Files.createDirectories(target());
    Files.writeString(target().resolve("thesis.tex"), "three years");
    refusesToReplace("is not a snapshot and not empty");
    assertThat(target().resolve("thesis.tex")).hasContent("three years");
  }

  /** Web pages, browser extensions and containers have a manifest.json too. */
  @Test
  void aFolderWithSomebodyElsesManifestIsLeftAsItIs() throws IOException {
    Files.createDirectories(target());
    Files.writeString(target().resolve("manifest.json"), "{\"manifest_version\": 3}");
    Files.writeString(target().resolve("background.js"), "let mine = 1;");
    refusesToReplace("is not a snapshot and not empty");
    assertThat(target().resolve("background.js")).hasContent("let mine = 1;");
  }

  @Test
  void aSnapshotInWhichSomebodyKeepsNotesIsLeftAsItIs() throws IOException {
    SnapshotStore.write(target(), SmallDraft.of("1", "als"));
    Files.writeString(target().resolve("notes.txt"), "best one so far");
    refusesToReplace("holds notes.txt, which is no part of a snapshot");
    assertThat(target().resolve("notes.txt")).hasContent("best one so far");
    assertThat(SnapshotStore.read(target()).manifest().provenance().version()).isEqualTo("1");
  }

  @Test
  void aFileInThePlaceIsLeftAsItIs() throws IOException {
    Files.createDirectories(folder.resolve("deep"));
    Files.writeString(target(), "mine");
    refusesToReplace("is a file");
    assertThat(target()).hasContent("mine");
  }

  private void refusesToReplace(String sentence) throws IOException {
    assertThatThrownBy(() -> SnapshotStore.write(target(), SmallDraft.of("2", "als")))
        .isInstanceOf(SnapshotException.class)
        .hasMessageContaining(sentence)
        .hasMessageEndingWith("it is left as it is, choose another place");
    assertThat(names(folder.resolve("deep"))).containsExactly("snapshot");
  }

  static List<String> names(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
    }
  }
}
