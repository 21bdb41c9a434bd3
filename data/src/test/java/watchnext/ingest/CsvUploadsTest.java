package watchnext.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchnext.catalog.Catalog;
import watchnext.catalog.Video;

class CsvUploadsTest {

  private static final Catalog CATALOG =
      new Catalog(
          List.of(), List.of(new Video("v1", "", "", List.of(), "", 0, Video.ALWAYS_THERE)));

  @TempDir Path folder;

  private CsvUploads.Uploaded read(String text, BadRows badRows) throws IOException {
    Texts.write(folder, "new.csv", text);
    return CsvUploads.read(folder.resolve("new.csv"), CATALOG, badRows, Progress.NONE);
  }

  @Test
  void videosAreReadInTheFormOfTheVideosFile() throws IOException {
    String text =
        "id,tags,creator,uploaded_at,duration_seconds\nv2,craft|rope,ann,1714564800,61.5\nv3,,,,\n";
    assertThat(read(text, BadRows.FAIL).videos())
        .containsExactly(
            new Video("v2", "", "ann", List.of("craft", "rope"), "", 61.5, 1_714_564_800),
            new Video("v3", "", "", List.of(), "", 0, Video.ALWAYS_THERE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "v1,5;new.csv, line 3, column id: expected an identifier that has not come before, was"
            + " \"v1\"",
        "v2,5;new.csv, line 3, column id: expected an identifier that has not come before, was"
            + " \"v2\"",
        "v3,-5;new.csv, line 3, column duration_seconds: expected seconds from 0 to 604800, was"
            + " \"-5\"",
        "v3;new.csv, line 3: expected 2 columns, found 1"
      })
  void aBadRowIsNamedByFileLineAndColumn(String row, String sentence) throws IOException {
    String text = "id,duration_seconds\nv2,4\n" + row + "\nv4,1\n";
    assertThatThrownBy(() -> read(text, BadRows.FAIL))
        .isInstanceOf(BadInputException.class)
        .hasMessage(sentence);
    CsvUploads.Uploaded rest = read(text, BadRows.SKIP);
    assertThat(rest.videos()).extracting(Video::id).containsExactly("v2", "v4");
    assertThat(rest.skipped().total()).isEqualTo(1);
  }
}
