package watchnext.result;

import java.util.List;
import watchnext.evaluation.Estimate;

/** Small results that tests write down. */
final class Results {

  static final Run RUN = new Run("demo --world tiny", "abc1234", "a machine", 7, "");

  private Results() {}

  /** A result of one table of that key and these columns. */
  static Result of(String key, List<Column> columns, List<List<Cell>> rows) {
    return Result.of("a title", RUN, new Table(key, "", "", columns, rows));
  }

  /** Four estimates of each stage, as wide as the table of the case study. */
  static Table evaluation() {
    Estimate estimate = new Estimate(0.2003, 0.1705, 0.2344);
    return Table.of(
        "stages",
        "",
        "",
        List.of("popularity", "two-tower-exact"),
        Field.text("name", name -> name),
        Field.estimate("recall@100", 4, name -> estimate),
        Field.estimate("recall@500", 4, name -> estimate),
        Field.estimate("recall@10", 4, name -> estimate),
        Field.estimate("ndcg@10", 4, name -> estimate),
        Field.number("coverage", 4, name -> 0.9583),
        Field.<String>number("time", 2, name -> 0.05).in("ms"));
  }
}
