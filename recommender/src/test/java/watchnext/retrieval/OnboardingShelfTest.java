package watchnext.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Context;
import watchnext.task.Asked;

class OnboardingShelfTest {

  private static final CircleWorld WORLD = new CircleWorld();
  private static final Context NOW = Context.at(CircleWorld.NOW);

  @Test
  void noKindTakesMoreThanItsPlaces() {
    int[] shelf = new OnboardingShelf(PopularityWindow.EVER, 10, 2).at(WORLD.state(), NOW);
    Map<Integer, Integer> byTag = new HashMap<>();
    for (int video : shelf) {
      byTag.merge(video % 6, 1, Integer::sum); // video v has the tag t(v mod 6)
    }
    assertThat(shelf).hasSize(10).doesNotHaveDuplicates();
    assertThat(byTag.values()).allMatch(count -> count <= 2);
  }

  @Test
  void itIsShorterWhenThereAreNotEnoughKinds() {
    assertThat(new OnboardingShelf(PopularityWindow.EVER, 40, 1).at(WORLD.state(), NOW)).hasSize(6);
  }

  @Test
  void theMostPopularVideoStandsFirstAndNothingThatIsNotUploaded() {
    int[] popular =
        new PopularSource(PopularityWindow.EVER)
            .retrieve(Asked.of(Asked.NOBODY, NOW, WORLD.state()), 1)
            .videos();
    int[] shelf = new OnboardingShelf(PopularityWindow.EVER, 60, 60).at(WORLD.state(), NOW);
    assertThat(shelf[0]).isEqualTo(popular[0]);
    assertThat(shelf).hasSize(CircleWorld.VIDEOS - 2).doesNotContain(58, 59);
  }

  @Test
  void sizesAreAtLeastOne() {
    assertThatThrownBy(() -> new OnboardingShelf(PopularityWindow.EVER, 0, 1))
        .hasMessage("size must be at least 1, was 0");
    assertThatThrownBy(() -> new OnboardingShelf(PopularityWindow.EVER, 1, 0))
        .hasMessage("perTag must be at least 1, was 0");
  }
}
