package watchnext.model.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import watchnext.dataset.Interactions;
import watchnext.math.Tensors;

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
  void aScoreIsTheSumOverTheHistory() {
    ItemNeighbours neighbours = NeighboursTrainer.train(WATCHES, COSINE);
    float[] scores = new float[4];
    neighbours.score(new int[] {0, 1, 77, 2}, 3, scores);
    // 0 from 1: 1. 1 from 0: 1. 2 from 0 and 1: 0.5 + 0.5. Video 77 is unknown, the last not used.
    assertThat(scores).containsExactly(new float[] {1, 1, 1, 0}, within(1e-6f));
  }

  @Test
  void theThreadsDoNotChangeABit() {
    SplittableRandom random = new SplittableRandom(2);
    int[] users = random.ints(3_000, 0, 100).toArray();
    int[] videos = random.ints(3_000, 0, 300).toArray();
    Interactions watches = Interactions.of(100, 300, users, videos);
    Tensors one =
        NeighboursTrainer.train(watches, new NeighboursConfig(20, 5, 0.5, 0.4, 1)).toTensors();
    Tensors two =
        NeighboursTrainer.train(watches, new NeighboursConfig(20, 5, 0.5, 0.4, 2)).toTensors();
    assertThat(two.ints("ordinals", -1)).isEqualTo(one.ints("ordinals", -1));
    assertThat(two.floats("similarities", -1)).isEqualTo(one.floats("similarities", -1));
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
