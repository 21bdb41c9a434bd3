package watchnext.serving;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import watchnext.index.VectorIndexCheck;
import watchnext.snapshot.SnapshotException;

/** Checks the live part of a view's index, as a snapshot is checked. <i>Stateless.</i> */
public final class UploadCheck {

  private static final int QUERIES = 200;
  private static final double LEAST_RECALL = 0.85;

  private UploadCheck() {}

  /**
   * One line on what was uploaded since, or none when nothing was.
   *
   * @throws SnapshotException when the live part of the index is not sound
   */
  public static List<String> of(LiveView view) {
    if (view.uploads().isEmpty()) {
      return List.of();
    }
    int k = Math.min(100, view.catalog().videos().size());
    VectorIndexCheck check = view.check(QUERIES, k, LEAST_RECALL, new SplittableRandom(1));
    if (!check.passed()) {
      throw new SnapshotException(
          "the live part of the index is not sound: " + check.faults().get(0));
    }
    return List.of(
        String.format(
            Locale.ROOT,
            "live part: uploads %d, reachable %.2f %%, recall@%d near them %.4f",
            check.size(),
            100 * check.reachable(),
            k,
            check.recall().mean()));
  }
}
