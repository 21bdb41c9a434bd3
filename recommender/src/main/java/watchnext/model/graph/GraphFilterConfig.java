package watchnext.model.graph;

/**
 * The settings of {@link GraphFilterTrainer}. <i>Immutable.</i>
 *
 * @param dimension d: how many of the graph's smoothest axes the low-pass keeps, at least 1
 * @param rounds of the search for these axes, at least 1
 * @param lowPassWeight β: the weight of the low-pass beside the blur, 0 or more
 * @param sharpening T: how long the blurred signal is sharpened, 0 (not at all) or more
 * @param sharpeningSteps steps K of the sharpening, at least 1
 * @param threads threads to train on, at least 1; the result does not depend on it
 */
public record GraphFilterConfig(
    int dimension,
    int rounds,
    double lowPassWeight,
    double sharpening,
    int sharpeningSteps,
    int threads) {

  /** Checks the ranges. */
  public GraphFilterConfig {
    requireAtLeastOne("dimension", dimension);
    requireAtLeastOne("rounds", rounds);
    requireAtLeastOne("sharpeningSteps", sharpeningSteps);
    requireAtLeastOne("threads", threads);
    requireNotNegative("lowPassWeight", lowPassWeight);
    requireNotNegative("sharpening", sharpening);
  }

  private static void requireAtLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, was " + value);
    }
  }

  private static void requireNotNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be 0 or more, was " + value);
    }
  }
}
