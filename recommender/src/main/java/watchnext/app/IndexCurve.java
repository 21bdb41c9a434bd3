package watchnext.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import watchnext.app.Report.Point;
import watchnext.app.Report.Series;
import watchnext.event.Recording;
import watchnext.index.ExactIndex;
import watchnext.index.FrozenIndex;
import watchnext.index.IndexConfig.Kind;
import watchnext.index.IndexRecall;
import watchnext.index.Neighbours;
import watchnext.math.Matrix;
import watchnext.pipeline.Rebuild;
import watchnext.pipeline.Rebuilt;

/**
 * Recall and latency of the snapshot's index over its effort, beside exact search: a look, not a
 * benchmark ({@code watchnext bench} is). <i>Stateless.</i>
 */
final class IndexCurve {

  private static final int NEAREST = 100;
  private static final int PASSES = 3;
  private static final List<Integer> WIDTHS = List.of(100, 150, 200, 300, 400, 600, 800);

  private IndexCurve() {}

  static List<Series> measure(Recording recording, Rebuilt rebuilt, Terminal terminal) {
    terminal.accept("measuring recall against latency");
    Matrix queries = Rebuild.queries(recording, rebuilt.models(), rebuilt.split());
    ExactIndex exact = new ExactIndex(rebuilt.models().videoVectors());
    FrozenIndex index = rebuilt.models().index();
    int k = nearest(exact.size());
    List<Neighbours> truth = answers(queries, query -> exact.search(query, k));
    List<Point> points = new ArrayList<>();
    for (int width : widths(exact.size())) {
      points.add(point("ef " + width, queries, truth, query -> index.search(query, k, width)));
    }
    Point exactly = point("exact", queries, truth, query -> exact.search(query, k));
    Series exactSeries = new Series("exact", List.of(exactly));
    Kind kind = rebuilt.models().config().index().kind();
    return kind == Kind.EXACT
        ? List.of(exactSeries)
        : List.of(new Series(kind.name().toLowerCase(Locale.ROOT), points), exactSeries);
  }

  /** The depth of the curve: 100, or all where there are fewer videos. */
  static int nearest(int videos) {
    return Math.min(NEAREST, videos);
  }

  /** The efforts that the index has room for; all of it where it is smaller than the least. */
  private static List<Integer> widths(int videos) {
    List<Integer> widths = WIDTHS.stream().filter(width -> width <= videos).toList();
    return widths.isEmpty() ? List.of(videos) : widths;
  }

  private static Point point(
      String label, Matrix queries, List<Neighbours> truth, Function<float[], Neighbours> search) {
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
    return new Point(label, micros, recall, recall, recall);
  }

  private static List<Neighbours> answers(Matrix queries, Function<float[], Neighbours> search) {
    List<Neighbours> answers = new ArrayList<>();
    for (int q = 0; q < queries.rows(); q++) {
      answers.add(search.apply(queries.row(q)));
    }
    return answers;
  }
}
