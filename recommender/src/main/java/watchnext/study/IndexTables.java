package watchnext.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import watchnext.event.Recording;
import watchnext.index.ExactIndex;
import watchnext.index.FrozenIndex;
import watchnext.index.IndexConfig.Kind;
import watchnext.index.IndexRecall;
import watchnext.index.Neighbours;
import watchnext.math.Matrix;
import watchnext.pipeline.Rebuild;
import watchnext.pipeline.Rebuilt;
import watchnext.result.Chart;
import watchnext.result.Chart.Point;
import watchnext.result.Chart.Series;
import watchnext.result.Field;
import watchnext.result.Section;
import watchnext.result.Table;

/**
 * Recall and latency of the snapshot's index over its effort, beside exact search: a look, not a
 * benchmark ({@code watchnext bench} is). <i>Stateless.</i>
 */
final class IndexTables {

  private static final int NEAREST = 100;
  private static final int PASSES = 3;
  private static final List<Integer> WIDTHS = List.of(100, 150, 200, 300, 400, 600, 800);

  private IndexTables() {}

  /** One search: of all vectors, or of the index at an effort. */
  private record Trial(String name, double micros, double recall) {}

  static Section section(Recording recording, Rebuilt rebuilt) {
    Matrix queries = Rebuild.queries(recording, rebuilt.models(), rebuilt.split());
    ExactIndex exact = new ExactIndex(rebuilt.models().videoVectors());
    FrozenIndex index = rebuilt.models().index();
    int k = nearest(exact.size());
    List<Neighbours> truth = answers(queries, query -> exact.search(query, k));
    List<Trial> trials = new ArrayList<>();
    Kind kind = rebuilt.models().config().index().kind();
    if (kind != Kind.EXACT) {
      for (int width : widths(exact.size())) {
        trials.add(trial("ef " + width, queries, truth, query -> index.search(query, k, width)));
      }
    }
    trials.add(trial("exact", queries, truth, query -> exact.search(query, k)));
    return section(trials, k);
  }

  private static Section section(List<Trial> trials, int k) {
    String recall = "recall@" + k;
    Table table =
        Table.of(
            "index",
            "",
            "",
            trials,
            Field.text("search", Trial::name),
            Field.number(recall, 4, Trial::recall),
            Field.<Trial>number("time of a query", 3, trial -> trial.micros() / 1e3).in("ms"));
    Chart chart =
        Chart.scatter(
                "The index against exact search",
                "microseconds per query",
                recall,
                List.of(new Series("search", trials.stream().map(IndexTables::point).toList())))
            .noting("Each point is an effort ef.")
            .log(true, false);
    return new Section(
        "Recall against latency",
        "Nearest "
            + k
            + " videos of the users who were active last before the cut; one core, mean of three"
            + " passes. The exact search is the truth and the price.",
        List.of(table),
        List.of(chart));
  }

  private static Point point(Trial trial) {
    return new Point(trial.name(), trial.micros(), trial.recall(), trial.recall(), trial.recall());
  }

  /** The depth of the curve: 100, or all where there are fewer videos. */
  private static int nearest(int videos) {
    return Math.min(NEAREST, videos);
  }

  /** The efforts that the index has room for; all of it where it is smaller than the least. */
  private static List<Integer> widths(int videos) {
    List<Integer> widths = WIDTHS.stream().filter(width -> width <= videos).toList();
    return widths.isEmpty() ? List.of(videos) : widths;
  }

  private static Trial trial(
      String name, Matrix queries, List<Neighbours> truth, Function<float[], Neighbours> search) {
    List<Neighbours> found = answers(queries, search);
    double recall = 0;
    for (int q = 0; q < found.size(); q++) {
      recall += IndexRecall.recall(found.get(q), truth.get(q)) / found.size();
    }
    long start = System.nanoTime();
    for (int pass = 0; pass < PASSES; pass++) {
      answers(queries, search);
    }
    double micros = (System.nanoTime() - start) / 1e3 / PASSES / queries.rows();
    return new Trial(name, micros, recall);
  }

  private static List<Neighbours> answers(Matrix queries, Function<float[], Neighbours> search) {
    List<Neighbours> answers = new ArrayList<>();
    for (int q = 0; q < queries.rows(); q++) {
      answers.add(search.apply(queries.row(q)));
    }
    return answers;
  }
}
