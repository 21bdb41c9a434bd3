package watchnext.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import watchnext.index.ExactIndex;
import watchnext.index.IndexRecall;
import watchnext.math.Matrix;

/**
 * What bytes that are whole do not say: whether the numbers in them make sense. <i>Stateless.</i>
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
    Matrix vectors = models.videoVectors();
    int k = Math.min(100, vectors.rows());
    IndexRecall recall =
        IndexRecall.measure(models.index(), new ExactIndex(vectors), sample(vectors), k);
    if (recall.mean() < LEAST_RECALL) {
      throw new SnapshotException(
          String.format(
              Locale.ROOT,
              "the index must find %.2f of the nearest %d videos, finds %.4f",
              LEAST_RECALL,
              k,
              recall.mean()));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "index recall@%d %.4f for %d videos as queries",
            k,
            recall.mean(),
            recall.queries()));
    return lines;
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

  private static Matrix sample(Matrix vectors) {
    SplittableRandom random = new SplittableRandom(1);
    Matrix queries = new Matrix(Math.min(QUERIES, vectors.rows()), vectors.columns());
    for (int q = 0; q < queries.rows(); q++) {
      int row = random.nextInt(vectors.rows());
      System.arraycopy(
          vectors.data(),
          vectors.offset(row),
          queries.data(),
          queries.offset(q),
          vectors.columns());
    }
    return queries;
  }
}
