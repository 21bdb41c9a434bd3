package watchnext.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import watchnext.evaluation.Estimate;

class JsonWriterTest {

  @Test
  void aFileSaysWhatWasRunAndHoldsEachTableByItsKey() {
    JsonNode file = written(Cell.of("als"), Cell.of(1.5), Cell.of(new Estimate(0.25, 0.125, 0.5)));
    assertThat(file.get("title").asString()).isEqualTo("a title");
    assertThat(file.get("command").asString()).isEqualTo("demo --world tiny");
    assertThat(file.get("commit").asString()).isEqualTo("abc1234");
    assertThat(file.get("machine").asString()).isEqualTo("a machine");
    assertThat(file.get("seed").asLong()).isEqualTo(7);
    JsonNode row = file.at("/tables/stages/0");
    assertThat(row.get("name").asString()).isEqualTo("als");
    assertThat(row.get("time, ms").asDouble()).isEqualTo(1.5);
    assertThat(row.at("/recall@100/value").asDouble()).isEqualTo(0.25);
    assertThat(row.at("/recall@100/low").asDouble()).isEqualTo(0.125);
    assertThat(row.at("/recall@100/high").asDouble()).isEqualTo(0.5);
  }

  @Test
  void anEstimateWithoutAnIntervalHasNoEnds() {
    JsonNode row =
        written(Cell.of("als"), Cell.of(1), Cell.of(Estimate.of(0.5))).at("/tables/stages/0");
    assertThat(row.get("recall@100").propertyNames()).containsExactly("value");
    assertThat(row.get("time, ms").toString()).isEqualTo("1");
  }

  @Test
  void whatIsMissingIsLeftOut() {
    JsonNode row =
        written(Cell.of("als"), Cell.of(Double.NaN), Cell.of(Estimate.of(Double.POSITIVE_INFINITY)))
            .at("/tables/stages/0");
    assertThat(row.propertyNames()).containsExactly("name");
  }

  @Test
  void detailsAreForPrograms() {
    Column detail = Column.number("gini", 4).asDetail();
    Result result =
        Results.of(
            "t", List.of(Column.text("name"), detail), List.of(List.of(Cell.of("a"), Cell.of(2))));
    assertThat(JsonWriter.text(result)).contains("\"gini\" : 2");
    assertThat(HtmlWriter.text(result)).doesNotContain("\"gini\"");
  }

  private static JsonNode written(Cell name, Cell time, Cell recall) {
    Result result =
        Results.of(
            "stages",
            List.of(
                Column.text("name"),
                Column.number("time", 2).in("ms"),
                Column.number("recall@100", 4)),
            List.of(List.of(name, time, recall)));
    String text = JsonWriter.text(result);
    assertThat(text).doesNotContain("NaN", "Infinity").isEqualTo(JsonWriter.text(result));
    return JsonMapper.builder().build().readTree(text);
  }
}
