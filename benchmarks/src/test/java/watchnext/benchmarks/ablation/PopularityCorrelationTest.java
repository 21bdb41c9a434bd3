package watchnext.benchmarks.ablation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.dataset.Interactions;
import watchnext.evaluation.VideoFacts;
import watchnext.feature.FeatureState;
import watchnext.study.Exposure;
import watchnext.task.Asked;
import watchnext.task.RankedList;

class PopularityCorrelationTest {

  private static final Asked ASKED =
      Asked.of(
          0, Context.at(100), new FeatureState(new Catalog(List.of(User.unknown("u")), List.of())));

  /** Video v of four was watched by v users; the last is uploaded after the end. */
  private static VideoFacts facts() {
    List<Video> videos = new ArrayList<>();
    for (int v = 0; v < 4; v++) {
      videos.add(new Video("v" + v, "", "", List.of(), "", 0, v == 3 ? 1_000 : 0));
    }
    int[] users = {0, 0, 1, 0, 1, 2};
    int[] watched = {1, 2, 2, 3, 3, 3};
    return VideoFacts.of(videos, Interactions.of(3, 4, users, watched), 500);
  }

  private static double correlation(int[]... lists) {
    List<int[]> answers = new ArrayList<>(List.of(lists));
    Exposure reach =
        new Exposure(
            (asked, k) -> {
              int[] videos = answers.remove(0);
              return new RankedList(videos, new float[videos.length]);
            },
            4,
            2);
    for (int i = 0; i < lists.length; i++) {
      reach.recommend(ASKED, 2);
    }
    return AblationStudy.popularityCorrelation(reach, facts());
  }

  @Test
  void listsInOrderOfPopularityCorrelateWholly() {
    // In 0, 1 and 2 lists; watched by 0, 1 and 2.
    assertThat(correlation(new int[] {2, 1}, new int[] {2})).isCloseTo(1, within(1e-12));
  }

  @Test
  void listsAgainstPopularityCorrelateNegatively() {
    assertThat(correlation(new int[] {0, 1}, new int[] {0})).isCloseTo(-1, within(1e-12));
  }

  @Test
  void placesBeyondThoseAskedForDoNotCount() {
    // Only the first two of each list: video 0 is in none.
    assertThat(correlation(new int[] {2, 1, 0}, new int[] {2, 3, 0})).isCloseTo(1, within(1e-12));
  }
}
