package watchnext.benchmarks.paper;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import watchnext.model.graph.GraphFilterConfig;

/** Other settings for the row of the graph filter that was tuned here. */
final class GraphOptions {

  @Option(names = "--axes", paramLabel = "D", description = "Axes of the graph's low-pass.")
  private @Nullable Integer dimension;

  @Option(
      names = "--user-exponent",
      paramLabel = "A",
      description = "How much less a watch counts of who watches much, in the graph.")
  private @Nullable Double userExponent;

  @Option(
      names = "--tilt",
      paramLabel = "P",
      description = "How much more the graph's blur lists popular items.")
  private @Nullable Double blurTilt;

  @Option(
      names = "--low-pass-tilt",
      paramLabel = "Q",
      description = "How much more the graph's low-pass lists popular items.")
  private @Nullable Double lowPassTilt;

  @Option(names = "--low-pass", paramLabel = "B", description = "Weight of the graph's low-pass.")
  private @Nullable Double lowPassWeight;

  @Option(
      names = "--sharpening",
      paramLabel = "T",
      description = "How long what the graph blurred is sharpened.")
  private @Nullable Double sharpening;

  @Option(
      names = "--sharpening-order",
      paramLabel = "M",
      description = "Order of the step that is taken for it, 1 to 4.")
  private @Nullable Integer sharpeningOrder;

  /** The chosen settings with what was given in their place. */
  GraphFilterConfig config(int threads) {
    GraphFilterConfig chosen = GraphFilterConfig.defaults(threads);
    return new GraphFilterConfig(
        given(dimension, chosen.dimension()),
        chosen.rounds(),
        given(userExponent, chosen.userExponent()),
        given(blurTilt, chosen.blurTilt()),
        given(lowPassTilt, chosen.lowPassTilt()),
        given(lowPassWeight, chosen.lowPassWeight()),
        given(sharpening, chosen.sharpening()),
        given(sharpeningOrder, chosen.sharpeningOrder()),
        threads);
  }

  private static <T> T given(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }
}
