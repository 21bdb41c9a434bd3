package watchnext.benchmarks.ablation;

import java.util.List;
import java.util.function.UnaryOperator;
import watchnext.catalog.Video;
import watchnext.model.twotower.HistoryConfig;
import watchnext.model.twotower.SoftmaxConfig;
import watchnext.model.twotower.TwoTowerConfig;

/**
 * All rows of the ablation table but the first. A name says what is different from the default.
 * Rows of docs/4-retrieval.md that are not here were measured and taken out. <i>Stateless.</i>
 */
final class Ingredients {

  private Ingredients() {}

  static List<Ingredient> all() {
    return List.of(
        softmax("logQ: none", s -> s.withLogQ(false)),
        softmax("mixed negatives: none", s -> s.withMixedNegatives(0)),
        softmax("mixed negatives: 1024", s -> s.withMixedNegatives(1024)),
        softmax("temperature: 0.07", s -> s.withTemperature(0.07)),
        history("history: plain mean", h -> HistoryConfig.mean(h.length())),
        history("history: last watch only", h -> HistoryConfig.mean(1)),
        Ingredient.settings("id dropout: none", c -> c.withGuards(c.guards().withIdDropout(0))),
        Ingredient.settings(
            "history dropout: none", c -> c.withGuards(c.guards().withHistoryDropout(0))),
        Ingredient.settings("hidden layers: none", c -> c.withShape(c.dimension(), 0)),
        Ingredient.settings("dimension: 32", c -> c.withShape(32, 32)),
        Ingredient.content(
            "content: no creator", v -> video(v, v.title(), "", v.tags(), v.language())),
        Ingredient.content(
            "content: no tags", v -> video(v, v.title(), v.creatorId(), List.of(), v.language())),
        Ingredient.content(
            "content: no title", v -> video(v, "", v.creatorId(), v.tags(), v.language())),
        Ingredient.content("content: none", v -> unknown(video(v, "", "", List.of(), ""))));
  }

  private static Ingredient softmax(String name, UnaryOperator<SoftmaxConfig> change) {
    return Ingredient.settings(name, c -> c.withSoftmax(change.apply(c.softmax())));
  }

  private static Ingredient history(String name, UnaryOperator<HistoryConfig> change) {
    return Ingredient.settings(name, c -> c.withHistory(change.apply(c.history())));
  }

  private static Video video(
      Video video, String title, String creatorId, List<String> tags, String language) {
    return new Video(
        video.id(),
        title,
        creatorId,
        tags,
        language,
        video.durationSeconds(),
        video.uploadedEpochSecond());
  }

  /** The same without a duration. */
  private static Video unknown(Video video) {
    return new Video(
        video.id(),
        video.title(),
        video.creatorId(),
        video.tags(),
        video.language(),
        0,
        video.uploadedEpochSecond());
  }

  /** The settings that all rows start from, with other numbers of epochs when one is given. */
  static TwoTowerConfig base(int epochs) {
    TwoTowerConfig config = TwoTowerConfig.defaults();
    return epochs == 0 ? config : config.withPasses(epochs, config.descent().batchSize());
  }
}
