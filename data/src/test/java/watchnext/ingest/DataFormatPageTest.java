package watchnext.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that describes the form says what the reader does. */
class DataFormatPageTest {

  private static final Pattern EXAMPLE =
      Pattern.compile("`(\\w+\\.csv)`\\R\\R```csv\\R(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void theExampleIsGoodData() throws IOException {
    Matcher example = EXAMPLE.matcher(page());
    int files = 0;
    while (example.find()) {
      Texts.write(folder, example.group(1), example.group(2));
      files++;
    }
    assertThat(files).isEqualTo(3);
    var recording = Texts.csv(folder, BadRows.FAIL).recording();
    assertThat(recording.events().size()).isEqualTo(6);
    assertThat(recording.catalog().video(0).tags()).containsExactly("craft", "rope");
  }

  @Test
  void everyColumnIsDescribed() throws IOException {
    for (Columns columns : new Columns[] {CsvFiles.VIDEOS, CsvFiles.USERS, CsvEvents.COLUMNS}) {
      for (String name : columns.names()) {
        assertThat(page()).contains("`" + name + "`");
      }
    }
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "docs", "data-format.md"));
  }
}
