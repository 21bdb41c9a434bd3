package watchnext.study;

import java.util.List;
import java.util.stream.IntStream;
import watchnext.pipeline.Rebuild;
import watchnext.require.Require;

/**
 * How much the rankers learn from, a row of {@link RankerStudy}. <i>Immutable.</i>
 *
 * @param name name of the row
 * @param requests most training requests, at least 1
 * @param negatives candidates not watched well that a request keeps, at least 1
 */
public record RankerVariant(String name, int requests, int negatives) {

  /** Checks the counts. */
  public RankerVariant {
    Require.atLeast("requests", requests, 1);
    Require.atLeast("negatives", negatives, 1);
  }

  /** The base, what {@link Rebuild} does, and beside it a quarter of either count. */
  public static List<RankerVariant> all(int requests, int negatives) {
    return List.of(
        new RankerVariant("base", requests, negatives),
        new RankerVariant("a quarter of negatives", requests, Math.max(1, negatives / 4)),
        new RankerVariant("a quarter of requests", Math.max(1, requests / 4), negatives));
  }

  /** The base with each number of requests: a learning curve. */
  public static List<RankerVariant> curve(int[] requests, int negatives) {
    return IntStream.of(requests)
        .mapToObj(n -> new RankerVariant(n + " requests", n, negatives))
        .toList();
  }
}
