package watchnext.model.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import watchnext.dataset.Interactions;
import watchnext.math.TopK;
import watchnext.settings.Settings;
import watchnext.tensor.Tensors;

class ItemNeighboursTest {

  private static final NeighboursConfig COSINE = new NeighboursConfig(10, 0, 0, 0.5, 1);

  /** User 0 watched 0, 1 and 2; user 1 watched 0 and 1; user 2 watched 2; nobody watched 3. */
  private static final Interactions WATCHES =
      Interactions.of(3, 4, new int[] {0, 0, 0, 1, 1, 2}, new int[] {0, 1, 2, 0, 1, 2});

  @Test
  void withoutShrinkageItIsTheCosineOfTheColumns() {
    ItemNeighbours neighbours = NeighboursTrainer.train(WATCHES, COSINE);
    // Videos 0 and 1: 2 / sqrt(2 · 2) = 1. Videos 0 and 2: 1 / sqrt(2 · 2) = 0.5.
    assertThat(neighbours.count(0)).isEqualTo(2);
    assertThat(neighbours.neighbour(0, 0)).isEqualTo(1);
    assertThat(neighbours.similarity(0, 0)).isCloseTo(1, within(1e-6f));
    assertThat(neighbours.neighbour(0, 1)).isEqualTo(2);
    assertThat(neighbours.similarity(0, 1)).isCloseTo(0.5f, within(1e-6f));
    assertThat(neighbours.count(3)).isZero();
  }

  @Test
  void shrinkageAndUserWeightsLowerASimilarity() {
    ItemNeighbours neighbours =
        NeighboursTrainer.train(WATCHES, new NeighboursConfig(10, 3, 1, 0.5, 1));
    // Videos 0 and 1: (1/3 + 1/2) / (2 + 3) = 1/6. Videos 0 and 2: (1/3) / (2 + 3) = 1/15.
    assertThat(neighbours.similarity(0, 0)).isCloseTo(1 / 6f, within(1e-6f));
    assertThat(neighbours.similarity(0, 1)).isCloseTo(1 / 15f, within(1e-6f));
  }

  @Test
  void asymmetryMovesTheExponentFromOneVideoToTheOther() {
    Interactions watches =
        Interactions.of(4, 2, new int[] {0, 0, 1, 2, 3}, new int[] {0, 1, 1, 1, 1});
    // Video 0 has one user, video 1 four, one in common. b = 0: 1 / 1 from 0 to 1, 1 / 4 back.
    ItemNeighbours neighbours =
        NeighboursTrainer.train(watches, new NeighboursConfig(1, 0, 0, 0, 1));
    assertThat(neighbours.similarity(0, 0)).isEqualTo(1);
    assertThat(neighbours.similarity(1, 0)).isEqualTo(0.25f);
  }

  @Test
  void onlyTheBestAreKept() {
    ItemNeighbours neighbours =
        NeighboursTrainer.train(WATCHES, new NeighboursConfig(1, 0, 0, 0.5, 1));
    assertThat(neighbours.count(0)).isEqualTo(1);
    assertThat(neighbours.neighbour(0, 0)).isEqualTo(1);
  }

  @Test
  void aCandidateKeepsTheWatchedVideosThatSpeakForItMost() {
    // Users 0 to 2 watched 0 and 1, user 3 watched 0 and 2. s(0, 1) = 3 / 4, s(0, 2) = 1 / 4 by
    // b = 0, where a pair counts over the users of the watched one.
    Interactions watches =
        Interactions.of(
            4, 3, new int[] {0, 0, 1, 1, 2, 2, 3, 3}, new int[] {0, 1, 0, 1, 0, 1, 0, 2});
    NeighboursConfig one = new NeighboursConfig(1, 0, 0, 0, 1);
    ItemNeighbours ofWatched = NeighboursTrainer.train(watches, one);
    assertThat(ofWatched.count(0)).isEqualTo(1);
    ItemNeighbours ofCandidates = NeighboursTrainer.train(watches, one.perCandidate(0));
    // Video 2 is no longer crowded out of the row of video 0; video 0 keeps the first of 1 and 2.
    assertThat(ofCandidates.count(0)).isEqualTo(2);
    assertThat(ofCandidates.neighbour(0, 0)).isEqualTo(1);
    assertThat(ofCandidates.similarity(0, 0)).isEqualTo(0.75f);
    assertThat(ofCandidates.neighbour(0, 1)).isEqualTo(2);
    assertThat(ofCandidates.similarity(0, 1)).isEqualTo(0.25f);
    assertThat(ofCandidates.count(1)).isEqualTo(1);
    assertThat(ofCandidates.count(2)).isZero();
  }

  @Test
  void whereNothingIsCutOffTheOwnerOfAListDoesNotMatter() {
    Interactions watches = drawn(7, 3_000, 100, 300);
    NeighboursConfig all = new NeighboursConfig(300, 5, 0.5, 0.3, 2);
    assertThat(bits(NeighboursTrainer.train(watches, all.perCandidate(0))))
        .isEqualTo(bits(NeighboursTrainer.train(watches, all)));
  }

  @Test
  void aListIsDividedByAPowerOfItsSum() {
    ItemNeighbours neighbours = NeighboursTrainer.train(WATCHES, COSINE.perCandidate(0.5));
    // The list of candidate 0: 1 from video 1 and 0.5 from video 2, over √1.5.
    assertThat(neighbours.similarity(1, 0)).isCloseTo((float) (1 / Math.sqrt(1.5)), within(1e-6f));
    // Of candidate 2: 0.5 from either, over √1.
    assertThat(neighbours.neighbour(1, 1)).isEqualTo(2);
    assertThat(neighbours.similarity(1, 1)).isCloseTo(0.5f, within(1e-6f));
  }

  @Test
  void onlyVideosMetAreLookedAtAndTheListsAreThoseOfEveryPair() {
    Interactions watches = drawn(3, 2_000, 80, 400);
    Interactions byVideo = watches.transposed();
    NeighboursConfig config = new NeighboursConfig(20, 2, 0.5, 0.3, 2);
    ItemNeighbours neighbours = NeighboursTrainer.train(watches, config);
    for (int i = 0; i < 400; i++) {
      TopK best = new TopK(20);
      for (int j = 0; j < 400; j++) {
        float together = together(watches, byVideo, i, j);
        if (j != i && together > 0) {
          double users = Math.pow(byVideo.count(i), 0.7) * Math.pow(byVideo.count(j), 0.3);
          best.offer(j, (float) (together / (users + 2)));
        }
      }
      int[] ordinals = new int[20];
      float[] similarities = new float[20];
      int count = best.drain(ordinals, similarities);
      assertThat(neighbours.count(i)).isEqualTo(count);
      for (int n = 0; n < count; n++) {
        assertThat(neighbours.neighbour(i, n)).isEqualTo(ordinals[n]);
        assertThat(neighbours.similarity(i, n)).isEqualTo(similarities[n]);
      }
    }
  }

  private static float together(Interactions watches, Interactions byVideo, int i, int j) {
    float sum = 0;
    for (int user : byVideo.row(i)) {
      if (watches.contains(user, j)) {
        sum += (float) Math.pow(watches.count(user), -0.5);
      }
    }
    return sum;
  }

  @Test
  void settingsOutsideTheirRangesAreRefused() {
    assertThatThrownBy(() -> COSINE.perCandidate(1.5))
        .hasMessage("normalization must be in [0, 1], was 1.5");
    assertThatThrownBy(() -> COSINE.perCandidate(Double.NaN))
        .hasMessage("normalization must be in [0, 1], was NaN");
  }

  @Test
  void theCandidatesBeginWithTheDefaultsAndAreAtMostSix() {
    List<NeighboursConfig> candidates = NeighboursConfig.candidates();
    assertThat(candidates).startsWith(NeighboursConfig.defaults()).doesNotHaveDuplicates();
    assertThat(candidates).hasSizeBetween(2, 6);
  }

  @Test
  void aScoreIsTheSumOverTheHistory() {
    ItemNeighbours neighbours = NeighboursTrainer.train(WATCHES, COSINE);
    float[] scores = new float[4];
    neighbours.score(new int[] {0, 1, 77, 2}, 3, scores);
    // 0 from 1: 1. 1 from 0: 1. 2 from 0 and 1: 0.5 + 0.5. Video 77 is unknown, the last not used.
    assertThat(scores).containsExactly(new float[] {1, 1, 1, 0}, within(1e-6f));
  }

  @Test
  void theThreadsDoNotChangeABit() {
    Interactions watches = drawn(2, 3_000, 100, 300);
    NeighboursConfig config = new NeighboursConfig(20, 5, 0.5, 0.4, 1);
    for (NeighboursConfig each : List.of(config, config.perCandidate(0.5))) {
      assertThat(bits(NeighboursTrainer.train(watches, Settings.with(each, "threads=2"))))
          .isEqualTo(bits(NeighboursTrainer.train(watches, each)));
    }
  }

  private static Interactions drawn(long seed, int pairs, int users, int videos) {
    SplittableRandom random = new SplittableRandom(seed);
    return Interactions.of(
        users,
        videos,
        random.ints(pairs, 0, users).toArray(),
        random.ints(pairs, 0, videos).toArray());
  }

  private static List<Object> bits(ItemNeighbours neighbours) {
    Tensors tensors = neighbours.toTensors();
    return List.of(
        Arrays.toString(tensors.ints("offsets", -1)),
        Arrays.toString(tensors.ints("ordinals", -1)),
        Arrays.toString(tensors.floats("similarities", -1)));
  }

  @Test
  void theStoredListsAreTheSame() {
    ItemNeighbours neighbours = NeighboursTrainer.train(WATCHES, COSINE);
    ItemNeighbours again = ItemNeighbours.of(neighbours.toTensors());
    float[] expected = new float[4];
    float[] scores = new float[4];
    neighbours.score(new int[] {0, 2}, 2, expected);
    again.score(new int[] {0, 2}, 2, scores);
    assertThat(scores).isEqualTo(expected);
  }

  @Test
  void storedListsThatDoNotBelongTogetherAreRefused() {
    assertThatThrownBy(() -> stored(new int[] {0, 1, 2}, new int[] {0, 5}))
        .hasMessageContaining("held 5");
    assertThatThrownBy(() -> stored(new int[] {0, 3, 2}, new int[] {0, 1}))
        .hasMessageContaining("must not descend");
    assertThatThrownBy(() -> stored(new int[] {0, 1, 9}, new int[] {0, 1}))
        .hasMessageContaining("must run from 0 to 2");
  }

  private static ItemNeighbours stored(int[] offsets, int[] ordinals) {
    return ItemNeighbours.of(
        Tensors.builder()
            .put("offsets", offsets, offsets.length)
            .put("ordinals", ordinals, ordinals.length)
            .put("similarities", new float[ordinals.length], ordinals.length)
            .build());
  }
}
