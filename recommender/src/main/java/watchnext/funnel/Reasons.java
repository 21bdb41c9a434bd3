package watchnext.funnel;

import java.util.List;
import watchnext.catalog.Video;
import watchnext.feature.History;
import watchnext.task.Asked;

/**
 * One sentence for people on why a video is on their page: the video of their history that is most
 * like it, or the source that found it. <i>Immutable.</i>
 */
final class Reasons {

  private static final float LIKE_ENOUGH = 0.5f;
  private static final int LATEST = 20;

  private final Stages stages;

  Reasons(Stages stages) {
    this.stages = stages;
  }

  /** The sentence for {@code video}, which {@code sources} found. */
  String reason(Asked asked, int video, List<String> sources) {
    History history = asked.history();
    int nearest = -1;
    float best = LIKE_ENOUGH;
    for (int i = Math.max(0, history.size() - LATEST); i < history.size(); i++) {
      float similarity = stages.similarity().between(history.video(i), video);
      if (similarity >= best) {
        best = similarity;
        nearest = history.video(i);
      }
    }
    if (nearest >= 0) {
      return "like \""
          + name(nearest)
          + "\", which you "
          + (asked.hasChosen() ? "chose" : "watched");
    }
    if (sources.equals(List.of("explore"))) {
      return "new here, tell us what you think";
    }
    if (sources.contains("fresh")) {
      return "new, and close to what you watch";
    }
    if (sources.contains("creator")) {
      return "by a creator you watch";
    }
    if (sources.contains("cold")) {
      return "little seen so far, and close to what you watch";
    }
    boolean onlyPopular = List.of("popular", "trending", "segment").containsAll(sources);
    return onlyPopular ? "popular now" : "users like you watch it";
  }

  private String name(int video) {
    Video watched = stages.catalog().video(video);
    return watched.title().isEmpty() ? watched.id() : watched.title();
  }
}
