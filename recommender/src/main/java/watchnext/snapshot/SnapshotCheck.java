package watchnext.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import watchnext.assembly.Models;
import watchnext.index.VectorIndexCheck;
import watchnext.math.Matrix;
import watchnext.model.neighbours.ItemNeighbours;

/**
 * Checks the values of a snapshot, not its bytes: whether the numbers make sense. <i>Stateless.</i>
 */
public final class SnapshotCheck {

  private static final int QUERIES = 200;
  private static final double LEAST_RECALL = 0.85;

  private SnapshotCheck() {}

  /**
   * One line for each thing that was found right.
   *
   * @throws SnapshotException naming the first thing that is not
   */
  public static List<String> of(Models models) {
    List<String> lines = new ArrayList<>();
    lines.add(finite("video vectors", models.videoVectors()));
    lines.add(finite("factors of videos", models.als().videos()));
    lines.add(ordered(models.neighbours()));
    lines.add(
        "popularity by segment: "
            + (models.segments().segments() - 1)
            + " segments of "
            + models.segments().size()
            + " videos");
    Matrix vectors = models.videoVectors();
    int k = Math.min(100, vectors.rows());
    VectorIndexCheck check =
        VectorIndexCheck.of(
            models.index(), vectors, QUERIES, k, LEAST_RECALL, new SplittableRandom(1));
    if (!check.passed()) {
      throw new SnapshotException("the index is not sound: " + check.faults().get(0));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "index holds the %d video vectors, %.2f %% of them reachable",
            check.size(),
            100 * check.reachable()));
    lines.add(
        String.format(
            Locale.ROOT,
            "index recall@%d %.4f for %d disturbed videos as queries",
            k,
            check.recall().mean(),
            check.recall().queries()));
    return lines;
  }

  private static String ordered(ItemNeighbours neighbours) {
    long count = 0;
    for (int v = 0; v < neighbours.size(); v++) {
      for (int i = 0; i < neighbours.count(v); i++) {
        boolean inOrder = i == 0 || neighbours.similarity(v, i) <= neighbours.similarity(v, i - 1);
        if (!inOrder || neighbours.neighbour(v, i) == v) {
          throw new SnapshotException(
              "neighbours must be other videos, the most similar first, are not at video " + v);
        }
      }
      count += neighbours.count(v);
    }
    return "neighbours are in order: " + count + " of " + neighbours.size() + " videos";
  }

  private static String finite(String what, Matrix matrix) {
    for (int i = 0; i < matrix.data().length; i++) {
      if (!Float.isFinite(matrix.data()[i])) {
        throw new SnapshotException(
            what + " must be finite, row " + i / matrix.columns() + " is not");
      }
    }
    return what + " are finite: " + matrix.rows() + " x " + matrix.columns();
  }
}
