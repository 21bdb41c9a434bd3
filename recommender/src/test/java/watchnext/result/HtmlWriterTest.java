package watchnext.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import watchnext.evaluation.Estimate;
import watchnext.result.Chart.Point;
import watchnext.result.Chart.Series;

/** The report is one file that needs nothing else, whatever is in the data. */
class HtmlWriterTest {

  private static final String TITLE = "</script><script>alert('&')</script><!-- /*DATA*/ $1 \\";
  private static final Pattern ISLAND =
      Pattern.compile(
          "<script id=\"data\" type=\"application/json\">(.*?)</script>", Pattern.DOTALL);

  private final String html = HtmlWriter.text(result());

  @Test
  void nothingIsLoadedFromElsewhere() {
    String page = html.replace(library(), "");
    assertThat(page).doesNotContain("http://", "https://", "@import", "url(");
    assertThat(
            Pattern.compile("<(script|link|img|iframe)[^>]*\\s(src|href)\\s*=")
                .matcher(page)
                .find())
        .isFalse();
  }

  @Test
  void theDrawingLibraryIsInside() {
    assertThat(library()).contains("echarts").hasSizeGreaterThan(100_000);
    assertThat(html).doesNotContain("/*ECHARTS*/");
  }

  @Test
  void aTitleCannotBreakOutOfTheData() {
    assertThat(html.split("<script", -1)).hasSize(1 + 3);
    assertThat(html.split("</script", -1)).hasSize(1 + 3);
    assertThat(island()).doesNotContain("<");
  }

  @Test
  void theDataComesBackAsItWas() {
    JsonNode data = JsonMapper.builder().build().readTree(island());
    assertThat(data.get("title").asString()).isEqualTo(TITLE);
    assertThat(data.at("/sections/0/tables/0/rows/0/0").asString()).isEqualTo(TITLE);
    assertThat(data.at("/sections/0/charts/0/series/0/points/0/y").asDouble()).isEqualTo(0.5);
  }

  @Test
  void aPointWithoutAnIntervalHasItsValueAsBothEnds() {
    JsonNode point =
        JsonMapper.builder()
            .build()
            .readTree(island())
            .at("/sections/0/charts/0/series/0/points/0");
    assertThat(point.get("low").asDouble()).isEqualTo(0.5);
    assertThat(point.get("high").asDouble()).isEqualTo(0.5);
    assertThat(island()).doesNotContain("NaN");
  }

  private String island() {
    Matcher matcher = ISLAND.matcher(html);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private String library() {
    int from = html.indexOf("<script>");
    return html.substring(from, html.indexOf("</script>", from));
  }

  private static Result result() {
    Table table =
        new Table("t", "", "", List.of(Column.text("video")), List.of(List.of(Cell.of(TITLE))));
    Series series = new Series("s", List.of(Point.of("page", Estimate.of(0.5))));
    Section section =
        new Section("s", "", List.of(table), List.of(Chart.bars("coverage", "", List.of(series))));
    return new Result(TITLE, Results.RUN, List.of("line"), List.of(section));
  }
}
