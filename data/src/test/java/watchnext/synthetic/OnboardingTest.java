package watchnext.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import watchnext.synthetic.truth.Mind;

class OnboardingTest {

  private static final World WORLD = World.of(WorldConfig.preset("tiny"), 1);
  private static final long NOW = WorldConfig.START + 86_400;

  private final Onboarding onboarding = WORLD.onboarding();

  /** Forty videos drawn for a user. */
  private static int[] shelf(int user) {
    return new SplittableRandom(user).ints(0, 300).distinct().limit(40).toArray();
  }

  @Test
  void aUserChoosesSomeOfWhatIsShownEachOnce() {
    int chosen = 0;
    for (int user = 0; user < 100; user++) {
      int[] choices = onboarding.choices(user, shelf(user), 5, NOW);
      assertThat(choices).hasSizeLessThanOrEqualTo(5).doesNotHaveDuplicates();
      assertThat(Arrays.stream(choices).boxed())
          .isSubsetOf(Arrays.stream(shelf(user)).boxed().toList());
      chosen += choices.length;
    }
    assertThat(chosen).isBetween(200, 500);
  }

  @Test
  void choicesFitTheUsersInterestsBetterThanWhatIsLeft() {
    double chosen = 0;
    double shown = 0;
    for (int user = 0; user < 100; user++) {
      int[] shelf = shelf(user);
      chosen += match(user, onboarding.choices(user, shelf, 5, NOW));
      shown += match(user, shelf);
    }
    assertThat(chosen / 100).isGreaterThan(2 * shown / 100);
  }

  private static double match(int user, int[] videos) {
    Mind mind = new Mind();
    mind.enter(WORLD.truth(), user, NOW, WORLD.truth().users().device(user));
    return Arrays.stream(videos)
        .mapToDouble(v -> WORLD.truth().appeal().match(mind, v))
        .average()
        .orElse(0);
  }

  @Test
  void theSameQuestionGetsTheSameAnswerInAnyOrder() {
    int[] shelf = shelf(3);
    int[] once = onboarding.choices(3, shelf, 5, NOW);
    int[] reversed = new int[shelf.length];
    Arrays.setAll(reversed, i -> shelf[shelf.length - 1 - i]);
    assertThat(WORLD.onboarding().choices(3, reversed, 5, NOW)).isEqualTo(once).isNotEmpty();
  }

  @Test
  void atLeastOneMayBeChosen() {
    assertThatThrownBy(() -> onboarding.choices(0, shelf(0), 0, NOW))
        .hasMessage("most must be at least 1, was 0");
  }
}
