package watchnext.benchmarks.ablation;

import java.util.List;
import watchnext.catalog.Video;

/**
 * All rows of the ablation table but the first. A name says what is different from the default.
 * Rows of docs/4-retrieval.md that are not here were measured and taken out. <i>Stateless.</i>
 */
final class Ingredients {

  private Ingredients() {}

  static List<Ingredient> all() {
    return List.of(
        Ingredient.settings("logQ: none", "softmax.logQ=false"),
        Ingredient.settings("mixed negatives: none", "softmax.mixedNegatives=0"),
        Ingredient.settings("mixed negatives: 1024", "softmax.mixedNegatives=1024"),
        Ingredient.settings("temperature: 0.07", "softmax.temperature=0.07"),
        Ingredient.settings("history: plain mean", "history.decay=1", "history.halfLifeDays=.inf"),
        Ingredient.settings("history: last watch only", "history.length=1"),
        Ingredient.settings("id dropout: none", "guards.idDropout=0"),
        Ingredient.settings("history dropout: none", "guards.historyDropout=0"),
        Ingredient.settings("hidden layers: none", "hiddenUnits=0"),
        Ingredient.settings("dimension: 32", "dimension=32", "hiddenUnits=32"),
        Ingredient.content(
            "content: no creator", v -> video(v, v.title(), "", v.tags(), v.language())),
        Ingredient.content(
            "content: no tags", v -> video(v, v.title(), v.creatorId(), List.of(), v.language())),
        Ingredient.content(
            "content: no title", v -> video(v, "", v.creatorId(), v.tags(), v.language())),
        Ingredient.content("content: none", v -> unknown(video(v, "", "", List.of(), ""))));
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
}
