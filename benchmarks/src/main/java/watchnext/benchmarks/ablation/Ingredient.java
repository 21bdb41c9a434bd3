package watchnext.benchmarks.ablation;

import java.util.function.UnaryOperator;
import watchnext.catalog.Video;
import watchnext.model.twotower.TwoTowerConfig;

/**
 * A row of the ablation table: one thing that is done differently. <i>Immutable.</i>
 *
 * @param name name of the row
 * @param settings from the default settings to the row's
 * @param content from what is known of a video at upload to what the model is told of it
 */
record Ingredient(
    String name, UnaryOperator<TwoTowerConfig> settings, UnaryOperator<Video> content) {

  /** Nothing is different: the row that all others are compared with. */
  static final Ingredient NONE =
      new Ingredient("default", UnaryOperator.identity(), UnaryOperator.identity());

  static Ingredient settings(String name, UnaryOperator<TwoTowerConfig> change) {
    return new Ingredient(name, change, UnaryOperator.identity());
  }

  static Ingredient content(String name, UnaryOperator<Video> change) {
    return new Ingredient(name, UnaryOperator.identity(), change);
  }
}
