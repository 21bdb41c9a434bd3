package watchnext.pipeline;

import java.util.List;
import java.util.stream.IntStream;
import watchnext.model.ranker.Stopping;
import watchnext.model.ranker.TreeLoss;

/**
 * One way to train the rankers, a row of {@link RankerStudy}. <i>Immutable.</i>
 *
 * @param name name of the row
 * @param rows what is learnt from
 * @param loss what the trees are fitted to
 * @param stopping what ends the training of the networks
 */
public record RankerVariant(String name, Rows rows, TreeLoss loss, Stopping stopping) {

  /** The variant that all others are compared with: what {@link Rebuild} does. */
  public static final String BASE = "base";

  /**
   * A training set; variants with equal ones share it.
   *
   * @param origin where the rows come from
   * @param requests most training requests, at least 1
   * @param negatives rows not watched well that a request keeps, at least 1
   */
  public record Rows(RowOrigin origin, int requests, int negatives) {

    /** Checks the counts. */
    public Rows {
      requireAtLeastOne("requests", requests);
      requireAtLeastOne("negatives", negatives);
    }

    private static void requireAtLeastOne(String name, int value) {
      if (value < 1) {
        throw new IllegalArgumentException(name + " must be at least 1, was " + value);
      }
    }
  }

  /** The base, and beside it each variant that does one thing differently. */
  public static List<RankerVariant> all(int requests, int negatives) {
    Rows base = new Rows(RowOrigin.CANDIDATES, requests, negatives);
    return List.of(
        of(BASE, base),
        of("pages alone", new Rows(RowOrigin.PAGES, requests, negatives)),
        of("pages and candidates", new Rows(RowOrigin.PAGES_AND_CANDIDATES, requests, 60)),
        of("random negatives", new Rows(RowOrigin.CATALOGUE, requests, negatives)),
        of("a quarter of negatives", new Rows(RowOrigin.CANDIDATES, requests, quarter(negatives))),
        of("a quarter of requests", new Rows(RowOrigin.CANDIDATES, quarter(requests), negatives)),
        new RankerVariant("trees: pairwise", base, TreeLoss.PAIRWISE, Stopping.NDCG),
        new RankerVariant("trees: logistic", base, TreeLoss.LOGISTIC, Stopping.NDCG),
        new RankerVariant("stopped by log loss", base, TreeLoss.NDCG, Stopping.LOG_LOSS));
  }

  /** The base with each number of requests: a learning curve. */
  public static List<RankerVariant> curve(int[] requests, int negatives) {
    return IntStream.of(requests)
        .mapToObj(n -> of(n + " requests", new Rows(RowOrigin.CANDIDATES, n, negatives)))
        .toList();
  }

  private static RankerVariant of(String name, Rows rows) {
    return new RankerVariant(name, rows, TreeLoss.NDCG, Stopping.NDCG);
  }

  private static int quarter(int count) {
    return Math.max(1, count / 4);
  }
}
