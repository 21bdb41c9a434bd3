package watchnext.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import watchnext.evaluation.Estimate;

class TableTest {

  @Test
  void aRowMustBeAsLongAsTheHeader() {
    assertThatThrownBy(
            () ->
                new Table(
                    "t",
                    "",
                    "",
                    List.of(Column.text("a")),
                    List.of(List.of(Cell.of(1), Cell.of(2)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row of table t must have 1 cells, had 2");
  }

  @Test
  void keysOfTablesDiffer() {
    Table table = new Table("t", "", "", List.of(Column.text("a")), List.of());
    assertThatThrownBy(() -> Result.of("", Results.RUN, table, table))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("keys of tables must differ, \"t\" came twice");
  }

  @Test
  void measuredRowsShowWhatIsAskedForAndKeepTheRestForPrograms() {
    Table table =
        Table.measured(
            "stages",
            "",
            "",
            List.of(
                new Measured(
                    "page", Map.of("ndcg@10", Estimate.of(0.5), "gini", Estimate.of(0.25))),
                new Measured("als", Map.of("gini", Estimate.of(0.75)))),
            List.of(Column.number("ndcg@10", 4), Column.number("recall@500", 4)));
    // recall@500 is left out, since no row has it
    assertThat(TextTable.lines(table, 100))
        .containsExactly("name  ndcg@10", "----  -------", "page   0.5000", "als         -");
    assertThat(table.columns()).extracting(Column::name).containsExactly("name", "ndcg@10", "gini");
  }
}
