package watchnext.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchnext.assembly.RebuildConfig;
import watchnext.settings.Settings;

class SettingsCommandTest {

  @TempDir private Path folder;

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("my.yaml"), yaml);
  }

  @Test
  void whatIsPrintedIsAFileToBeGivenBack() throws IOException {
    CommandRun printed = CommandRun.of("settings");
    assertThat(printed.exit()).as(printed.err()).isZero();
    assertThat(printed.out()).isEqualTo(Settings.print(RebuildConfig.defaults(1)));
    assertThat(printed.out())
        .contains("  # passes over the training set; range [1, inf)\n  epochs: 12\n");
    CommandRun again = CommandRun.of("settings", "--settings=" + file(printed.out()));
    assertThat(again.out()).isEqualTo(printed.out());
  }

  @Test
  void aSingleValueGoesBeforeTheFileAndTheFileBeforeTheDefault() throws IOException {
    Path file = file("twoTower: {epochs: 3, batchSize: 64}\n");
    CommandRun run =
        CommandRun.of("settings", "--set", "twoTower.epochs=4", "--settings", file.toString());
    assertThat(run.out())
        .isEqualTo(
            Settings.print(
                Settings.with(
                    RebuildConfig.defaults(1), "twoTower.epochs=4", "twoTower.batchSize=64")));
  }

  @Test
  void aWrongFileIsRefusedInOneSentenceWithoutAWord() throws IOException {
    Path file = file("twoTower:\n  epoch: 3\n");
    for (String verb : new String[] {"settings", "demo"}) {
      CommandRun run = CommandRun.of(verb, "--settings=" + file);
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err().lines())
          .singleElement()
          .asString()
          .startsWith(
              "watchnext: "
                  + file
                  + ", line 2, column 3: the key must be one of twoTower.epochs, twoTower.")
          .endsWith(", was twoTower.epoch");
    }
  }

  @Test
  void whatIsNoTextFileIsRefusedInOneSentence() throws IOException {
    Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, (byte) 0xfe, 1});
    assertThat(CommandRun.of("settings", "--settings=" + bytes).err().strip())
        .isEqualTo("watchnext: " + bytes + ": must be text in UTF-8");
    assertThat(CommandRun.of("settings", "--settings=" + folder).err().strip())
        .isEqualTo("watchnext: --settings must be a file, " + folder + " is a folder");
    Path none = folder.resolve("none.yaml");
    assertThat(CommandRun.of("settings", "--settings=" + none).err().strip())
        .isEqualTo("watchnext: " + none + ": no such file or folder");
  }

  @Test
  void aWrongSingleValueIsWrongUsage() {
    CommandRun run = CommandRun.of("simulate", "--world=tiny", "--set=als.epochs=none");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("watchnext: --set: als.epochs must be a whole number, was \"none\"");
  }
}
