package watchnext.benchmarks.paper;

import java.util.Optional;
import picocli.CommandLine.Option;
import watchnext.benchmarks.paper.graph.GraphFilterConfig;

/** Other settings for the row of the graph filter that was tuned here. */
final class GraphOptions {

  @Option(names = "--axes", paramLabel = "D", description = "Axes of the graph's low-pass.")
  private Optional<Integer> dimension = Optional.empty();

  @Option(
      names = "--user-exponent",
      paramLabel = "A",
      description = "How much less a watch counts of who watches much, in the graph.")
  private Optional<Double> userExponent = Optional.empty();

  @Option(
      names = "--tilt",
      paramLabel = "P",
      description = "How much more the graph's blur lists popular items.")
  private Optional<Double> blurTilt = Optional.empty();

  @Option(
      names = "--low-pass-tilt",
      paramLabel = "Q",
      description = "How much more the graph's low-pass lists popular items.")
  private Optional<Double> lowPassTilt = Optional.empty();

  @Option(names = "--low-pass", paramLabel = "B", description = "Weight of the graph's low-pass.")
  private Optional<Double> lowPassWeight = Optional.empty();

  @Option(
      names = "--sharpening",
      paramLabel = "T",
      description = "How long what the graph blurred is sharpened.")
  private Optional<Double> sharpening = Optional.empty();

  @Option(
      names = "--sharpening-order",
      paramLabel = "M",
      description = "Order of the step that is taken for it, 1 to 4.")
  private Optional<Integer> sharpeningOrder = Optional.empty();

  /** The chosen settings with what was given in their place. */
  GraphFilterConfig config(int threads) {
    GraphFilterConfig chosen = GraphFilterConfig.defaults(threads);
    return new GraphFilterConfig(
        dimension.orElse(chosen.dimension()),
        chosen.rounds(),
        userExponent.orElse(chosen.userExponent()),
        blurTilt.orElse(chosen.blurTilt()),
        lowPassTilt.orElse(chosen.lowPassTilt()),
        lowPassWeight.orElse(chosen.lowPassWeight()),
        sharpening.orElse(chosen.sharpening()),
        sharpeningOrder.orElse(chosen.sharpeningOrder()),
        threads);
  }
}
