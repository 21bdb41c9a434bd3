package watchnext.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Context;
import watchnext.feature.FeatureState;
import watchnext.retrieval.CircleWorld;

class AskedTest {

  private final CircleWorld world = new CircleWorld();
  private final FeatureState state = world.state();

  /** Counts how often its value is computed; all instances of one number are equal. */
  private record Counting(int number, int[] computed) implements PerRequest<String> {
    @Override
    public String of(Asked asked) {
      computed[0]++;
      return number + " for " + asked.user();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Counting counting && counting.number == number;
    }

    @Override
    public int hashCode() {
      return number;
    }
  }

  private static Request request(String userId, String... choices) {
    return new Request(userId, Context.at(CircleWorld.NOW), 10).choosing(List.of(choices));
  }

  @Test
  void aValueIsComputedOncePerRequestThoughEqualKeysAsk() {
    int[] computed = {0};
    Asked asked = world.request(3);
    assertThat(asked.once(new Counting(1, computed))).isEqualTo("1 for 3");
    assertThat(asked.once(new Counting(1, computed))).isEqualTo("1 for 3");
    assertThat(computed[0]).isEqualTo(1);
    assertThat(asked.once(new Counting(2, computed))).isEqualTo("2 for 3");
    assertThat(world.request(3).once(new Counting(1, computed))).isEqualTo("1 for 3");
    assertThat(computed[0]).isEqualTo(3);
  }

  @Test
  void whoIsKnownHasTheHistoryOfTheState() {
    Asked asked = Asked.of(request("u1", "v30"), state);
    assertThat(asked.user()).isEqualTo(1);
    assertThat(asked.history().size()).isEqualTo(state.history(1).size()).isPositive();
    assertThat(asked.hasChosen()).isFalse();
    assertThat(asked.eligibility().test(30)).isEqualTo(world.mayBeShown(1, 30));
  }

  @Test
  void choicesStandForTheHistoryOfWhoHasNoneAndAreNoNews() {
    Asked asked = Asked.of(request("u" + CircleWorld.NEWCOMER, "v30", "v7"), state);
    assertThat(asked.hasChosen()).isTrue();
    assertThat(asked.history().size()).isEqualTo(2);
    assertThat(asked.history().video(1)).isEqualTo(7);
    assertThat(asked.history().epochSecond(1)).isEqualTo(CircleWorld.NOW - 1);
    assertThat(asked.eligibility().test(7)).isFalse();
    assertThat(asked.eligibility().removed()).containsEntry("already seen", 1);
  }

  @Test
  void whoIsUnknownIsNobodyAndHasChosenNothing() {
    Asked asked = Asked.of(request("stranger", "v30"), state);
    assertThat(asked.user()).isEqualTo(Asked.NOBODY);
    assertThat(asked.isKnown()).isFalse();
    assertThat(asked.history().size()).isZero();
    assertThat(asked.eligible()).hasSize(CircleWorld.VIDEOS - 2);
  }

  @Test
  void aFurtherFilterRemovesAndCountsUnderItsReason() {
    Asked asked = world.request(CircleWorld.NEWCOMER);
    Asked under = asked.under(List.of(new Filter("odd", video -> video % 2 == 1)));
    assertThat(Arrays.stream(under.eligible())).allMatch(video -> video % 2 == 0).hasSize(29);
    // 58 and 59 are uploaded later; of the other odd ones there are 29.
    assertThat(under.eligibility().removed())
        .containsEntry("not yet uploaded", 2)
        .containsEntry("odd", 29);
    assertThat(asked.eligible()).hasSize(CircleWorld.VIDEOS - 2);
  }

  @Test
  void aVideoChosenTwiceIsRefused() {
    assertThatThrownBy(() -> request("u1", "v1", "v1"))
        .hasMessage("choices must be different videos, were [v1, v1]");
  }
}
