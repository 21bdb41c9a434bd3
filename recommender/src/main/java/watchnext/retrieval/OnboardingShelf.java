package watchnext.retrieval;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import watchnext.catalog.Context;
import watchnext.catalog.Video;
import watchnext.feature.FeatureState;
import watchnext.require.Require;
import watchnext.task.Asked;

/**
 * What someone is shown at sign-up, to choose favourites from: popular videos, so that many know
 * them, but not more than a few of one kind (first tag), so that everybody finds something.
 * <i>Immutable.</i>
 *
 * @param popularity what counts as popular
 * @param size videos on the shelf, at least 1
 * @param perTag most videos of one first tag, at least 1
 */
public record OnboardingShelf(PopularityWindow popularity, int size, int perTag) {

  private static final int LOOKED_AT = 20;

  /** Checks the sizes. */
  public OnboardingShelf {
    Require.atLeast("size", size, 1);
    Require.atLeast("perTag", perTag, 1);
  }

  /** The shelf at an instant, the most popular first: fewer when there are not enough kinds. */
  public int[] at(FeatureState state, Context context) {
    Retrieved popular =
        new PopularSource(popularity)
            .retrieve(Asked.of(Asked.NOBODY, context, state), size * LOOKED_AT);
    Map<String, Integer> taken = new HashMap<>();
    int[] shelf = new int[size];
    int used = 0;
    for (int video : popular.videos()) {
      if (used < size
          && taken.merge(kind(state.catalog().video(video)), 1, Integer::sum) <= perTag) {
        shelf[used++] = video;
      }
    }
    return Arrays.copyOf(shelf, used);
  }

  private static String kind(Video video) {
    return video.tags().isEmpty() ? "" : video.tags().get(0);
  }
}
