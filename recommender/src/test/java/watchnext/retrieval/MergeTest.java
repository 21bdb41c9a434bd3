package watchnext.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import watchnext.task.Candidates;
import watchnext.task.RankedList;

class MergeTest {

  private static final List<String> NAMES = List.of("a", "b", "c");

  @Test
  void everybodysBestComesFirstThenEverybodysSecond() {
    Candidates merged = Merge.roundRobin(NAMES, List.of(list(1, 2), list(3, 4), list(5, 6)));
    assertThat(merged.videos()).containsExactly(1, 3, 5, 2, 4, 6);
  }

  @Test
  void aSourceThatRunsOutIsPassedOver() {
    Candidates merged = Merge.roundRobin(NAMES, List.of(list(1, 2, 7, 8), list(), list(5)));
    assertThat(merged.videos()).containsExactly(1, 5, 2, 7, 8);
  }

  /** Video 2 stands where it is met first, and all who found it are named. */
  @Test
  void aVideoOfSeveralSourcesComesOnceWithAllTheirNames() {
    Candidates merged = Merge.roundRobin(NAMES, List.of(list(1, 2), list(2, 3), list(3, 9, 2)));
    assertThat(merged.videos()).containsExactly(1, 2, 3, 9);
    assertThat(merged.sourcesOf(0)).containsExactly("a");
    assertThat(merged.sourcesOf(1)).containsExactly("a", "b", "c");
    assertThat(merged.sourcesOf(2)).containsExactly("b", "c");
    assertThat(merged.sourcesOf(3)).containsExactly("c");
    assertThat(merged.isFrom(2, 0)).isFalse();
    assertThat(merged.isFrom(2, 1)).isTrue();
  }

  @Test
  void aSourceThatRepeatsItselfDoesNotGetTwoPlaces() {
    Candidates merged = Merge.roundRobin(NAMES, List.of(list(1, 1, 2), list(), list()));
    assertThat(merged.videos()).containsExactly(1, 2);
  }

  @Test
  void nothingFoundIsNoCandidates() {
    Candidates merged = Merge.roundRobin(NAMES, List.of(list(), list(), list()));
    assertThat(merged.size()).isZero();
    assertThat(merged.sourceNames()).isEqualTo(NAMES);
    assertThat(merged.indexOf(0)).isEqualTo(-1);
  }

  @Test
  void thirtyOneSourcesFitAndOneMoreDoesNot() {
    Candidates merged =
        Merge.roundRobin(Collections.nCopies(31, "s"), Collections.nCopies(31, list(4)));
    assertThat(merged.sourcesOf(0)).hasSize(31);
    assertThatThrownBy(
            () -> Merge.roundRobin(Collections.nCopies(32, "s"), Collections.nCopies(32, list(4))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there must be at most 31 sources, were 32");
  }

  /** Half a chance and a fifth: 1 − 0.5 · 0.8 = 0.6 that at least one of both takes the video. */
  @Test
  void aCandidateCarriesTheProbabilityOfItsDraw() {
    Candidates merged =
        Merge.of(
            NAMES,
            List.of(
                new Brought(list(1), 1),
                new Brought(list(2, 1, 3), 0.5),
                new Brought(list(3), 0.2)));
    assertThat(merged.videos()).containsExactly(1, 2, 3);
    assertThat(merged.propensity(0)).isEqualTo(1);
    assertThat(merged.propensity(1)).isEqualTo(0.5);
    assertThat(merged.propensity(2)).isCloseTo(0.6, within(1e-12));
  }

  @Test
  void aProbabilityIsMoreThanNothingAndAtMostOne() {
    for (double propensity : new double[] {0, -0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> new Brought(list(1), propensity))
          .hasMessage("propensity must be in (0, 1], was " + propensity);
    }
  }

  static RankedList list(int... videos) {
    float[] scores = new float[videos.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = -i;
    }
    return new RankedList(videos, scores);
  }
}
