package watchnext.benchmarks.ablation;

import java.util.List;
import java.util.function.UnaryOperator;
import watchnext.catalog.Video;

/**
 * A row of the ablation table: one thing that is done differently. <i>Immutable.</i>
 *
 * @param name name of the row
 * @param settings what differs from the default settings, as {@code path=value}
 * @param content from what is known of a video at upload to what the model is told of it
 */
record Ingredient(String name, List<String> settings, UnaryOperator<Video> content) {

  /** Nothing is different: the row that all others are compared with. */
  static final Ingredient NONE = settings("default");

  static Ingredient settings(String name, String... settings) {
    return new Ingredient(name, List.of(settings), UnaryOperator.identity());
  }

  static Ingredient content(String name, UnaryOperator<Video> change) {
    return new Ingredient(name, List.of(), change);
  }
}
