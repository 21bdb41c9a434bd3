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
    Candidates merged = union(NAMES, List.of(list(1, 2), list(3, 4), list(5, 6)));
    assertThat(merged.videos()).containsExactly(1, 3, 5, 2, 4, 6);
  }

  @Test
  void aSourceThatRunsOutIsPassedOver() {
    Candidates merged = union(NAMES, List.of(list(1, 2, 7, 8), list(), list(5)));
    assertThat(merged.videos()).containsExactly(1, 5, 2, 7, 8);
  }

  /** Video 2 stands where it is met first, and all who found it are named. */
  @Test
  void aVideoOfSeveralSourcesComesOnceWithAllTheirNames() {
    Candidates merged = union(NAMES, List.of(list(1, 2), list(2, 3), list(3, 9, 2)));
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
    Candidates merged = union(NAMES, List.of(list(1, 1, 2), list(), list()));
    assertThat(merged.videos()).containsExactly(1, 2);
  }

  @Test
  void nothingFoundIsNoCandidates() {
    Candidates merged = union(NAMES, List.of(list(), list(), list()));
    assertThat(merged.size()).isZero();
    assertThat(merged.sourceNames()).isEqualTo(NAMES);
    assertThat(merged.indicesOf(new int[] {0})).containsExactly(-1);
  }

  @Test
  void theIndicesOfAPageAreThoseOfItsVideos() {
    Candidates merged = union(NAMES, List.of(list(7, 5), list(9), list()));
    assertThat(merged.videos()).containsExactly(7, 9, 5);
    assertThat(merged.indicesOf(new int[] {5, 8, 7})).containsExactly(2, -1, 0);
  }

  @Test
  void thirtyOneSourcesFitAndOneMoreDoesNot() {
    Candidates merged = union(Collections.nCopies(31, "s"), Collections.nCopies(31, list(4)));
    assertThat(merged.sourcesOf(0)).hasSize(31);
    assertThatThrownBy(() -> union(Collections.nCopies(32, "s"), Collections.nCopies(32, list(4))))
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
                Retrieved.certain(list(1)),
                new Retrieved(list(2, 1, 3), 0.5),
                new Retrieved(list(3), 0.2)));
    assertThat(merged.videos()).containsExactly(1, 2, 3);
    assertThat(merged.candidatePropensity(0)).isEqualTo(1);
    assertThat(merged.candidatePropensity(1)).isEqualTo(0.5);
    assertThat(merged.candidatePropensity(2)).isCloseTo(0.6, within(1e-12));
  }

  @Test
  void aProbabilityIsMoreThanNothingAndAtMostOne() {
    for (double propensity : new double[] {0, -0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> new Retrieved(list(1), propensity))
          .hasMessage("candidatePropensity must be in (0, 1], was " + propensity);
    }
  }

  private static Candidates union(List<String> names, List<RankedList> lists) {
    return Merge.of(names, lists.stream().map(Retrieved::certain).toList());
  }

  static RankedList list(int... videos) {
    float[] scores = new float[videos.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = -i;
    }
    return new RankedList(videos, scores);
  }
}
