package watchnext.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link Retriever} promises. */
@Tag("contract")
interface RetrieverContract {

  /** Where it retrieves. */
  CircleWorld WORLD = new CircleWorld();

  /** The source under test, over the videos of {@link #WORLD}. */
  Retriever retriever();

  private Retrieved retrieved(int user, int k) {
    return retriever().retrieve(WORLD.request(user), k);
  }

  @Test
  default void everyVideoIsEligible() {
    for (int user = 0; user <= CircleWorld.NEWCOMER; user++) {
      for (int video : retrieved(user, CircleWorld.VIDEOS).videos()) {
        assertThat(WORLD.mayBeShown(user, video)).as("video %d for user %d", video, user).isTrue();
      }
    }
  }

  @Test
  default void somebodyGetsSomething() {
    assertThat(retrieved(0, 5).size()).isPositive();
  }

  @Test
  default void noVideoComesTwice() {
    for (int user = 0; user <= CircleWorld.NEWCOMER; user++) {
      assertThat(retrieved(user, CircleWorld.VIDEOS).videos()).doesNotHaveDuplicates();
    }
  }

  @Test
  default void thereAreAtMostAsManyAsWanted() {
    for (int user = 0; user <= CircleWorld.NEWCOMER; user++) {
      for (int k : new int[] {1, 2, 7, CircleWorld.VIDEOS, 10 * CircleWorld.VIDEOS}) {
        int found = retrieved(user, k).size();
        assertThat(found).isLessThanOrEqualTo(Math.min(k, WORLD.eligibleCount(user)));
      }
    }
  }

  @Test
  default void theBestComesFirst() {
    for (int user = 0; user <= CircleWorld.NEWCOMER; user++) {
      float[] scores = retrieved(user, CircleWorld.VIDEOS).scores();
      for (int i = 1; i < scores.length; i++) {
        assertThat(scores[i]).isLessThanOrEqualTo(scores[i - 1]);
      }
    }
  }

  @Test
  default void aShorterListIsTheBeginningOfALongerOne() {
    for (int user = 0; user <= CircleWorld.NEWCOMER; user++) {
      int[] all = retrieved(user, CircleWorld.VIDEOS).videos();
      for (int k = 1; k <= all.length; k += 6) {
        assertThat(retrieved(user, k).videos()).isEqualTo(Arrays.copyOf(all, k));
      }
    }
  }

  @Test
  default void whoHasOpenedEverythingGetsNothing() {
    assertThat(retrieved(CircleWorld.SATED, 10).size()).isZero();
  }

  @Test
  default void theSameRequestGetsTheSameAnswer() {
    Retrieved once = retrieved(1, 10);
    Retrieved again = retrieved(1, 10);
    assertThat(again.videos()).isEqualTo(once.videos());
    assertThat(again.scores()).isEqualTo(once.scores());
  }

  @Test
  default void itHasAShortName() {
    assertThat(retriever().name()).matches("[a-z][a-z-]*");
  }
}
