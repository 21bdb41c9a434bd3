package watchnext.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchnext.event.Recording;
import watchnext.fixture.SmallLogs;
import watchnext.ingest.CsvExport;

/** The demo on logs that lack something: a dash stands where a figure cannot be, and the rest. */
@Tag("quality")
class SmallLogsDemoTest {

  @TempDir private Path folder;

  @Test
  void aLogWithoutLikesHasADashForLikes() throws IOException {
    assertThat(demo(SmallLogs.withoutLikes()).lines())
        .anyMatch(line -> line.matches("neural +like +[\\d,]+ +0\\.0000 +- .*"));
  }

  @Test
  void aLogWithoutClicksHasADashForClicks() throws IOException {
    assertThat(demo(SmallLogs.withoutClicks()).lines())
        .anyMatch(line -> line.matches("neural +click +[\\d,]+ +0\\.0000 +- .*"));
  }

  @Test
  void fewerThanHundredVideosHaveNoRecallAtHundredAndSlicesOfRecallAtTen() throws IOException {
    String out = demo(SmallLogs.fewVideos());
    assertThat(out).contains("recall@10 by slice").doesNotContain("recall@100");
    assertThat(out.lines()).anyMatch(line -> line.matches("page +0\\.\\d{4} \\[.*"));
  }

  private String demo(Recording recording) throws IOException {
    Path data = folder.resolve("data");
    CsvExport.write(recording, data);
    Path json = folder.resolve("results.json");
    Path report = folder.resolve("report");
    CommandRun run =
        CommandRun.of("demo", "--data=csv:" + data, "--out=" + report, "--json=" + json);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).doesNotContain("NaN");
    assertThat(report.resolve("index.html")).isNotEmptyFile();
    assertThat(Files.readString(json)).contains("\"page\"").doesNotContain("NaN");
    return run.out();
  }
}
