package watchnext.model.popularity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import watchnext.dataset.Interactions;
import watchnext.tensor.Tensors;

class PopularityTest {

  private static final long CUT = 1_000;

  @Test
  void countsWatchesBeforeTheCutOnly() {
    PopularityTrainer trainer = new PopularityTrainer(3, CUT, new Weighting.AllTime());
    trainer.add(2, 10);
    trainer.add(2, 999);
    trainer.add(1, 500);
    trainer.add(0, 1_000);
    trainer.add(0, 2_000);
    Popularity popularity = trainer.build();
    assertThat(popularity.score(2)).isEqualTo(2);
    assertThat(popularity.score(1)).isEqualTo(1);
    assertThat(popularity.score(0)).isZero();
    assertThat(order(popularity)).containsExactly(2, 1, 0);
  }

  @Test
  void aWindowForgetsWhatIsOlder() {
    PopularityTrainer trainer = new PopularityTrainer(2, CUT, new Weighting.Windowed(100));
    trainer.add(0, 899);
    trainer.add(1, 900);
    assertThat(trainer.build().score(0)).isZero();
    assertThat(trainer.build().score(1)).isEqualTo(1);
  }

  @Test
  void aWatchOfOneHalfLifeCountsAHalf() {
    PopularityTrainer trainer = new PopularityTrainer(2, CUT, new Weighting.Decayed(100));
    trainer.add(0, 900);
    trainer.add(1, 900);
    trainer.add(1, 800);
    // 1/2, and 1/2 + 1/4.
    assertThat(trainer.build().score(0)).isCloseTo(0.5f, within(1e-6f));
    assertThat(trainer.build().score(1)).isCloseTo(0.75f, within(1e-6f));
  }

  @Test
  void equalScoresAreInOrderOfOrdinal() {
    Interactions watches = Interactions.of(2, 4, new int[] {0, 1, 0}, new int[] {3, 3, 1});
    assertThat(order(PopularityTrainer.of(watches))).containsExactly(3, 1, 0, 2);
  }

  @Test
  void theStoredScoresGiveTheSamePopularity() {
    Interactions watches = Interactions.of(2, 4, new int[] {0, 1, 0}, new int[] {3, 3, 1});
    Popularity again = Popularity.of(PopularityTrainer.of(watches).toTensors());
    assertThat(order(again)).containsExactly(3, 1, 0, 2);
    assertThat(again.score(3)).isEqualTo(2);
  }

  @Test
  void badValuesAreRefused() {
    assertThatThrownBy(() -> new Weighting.Decayed(0))
        .hasMessage("halfLifeSeconds must be greater than 0, was 0.0");
    Tensors broken = Tensors.builder().put("scores", new float[] {1, Float.NaN}, 2).build();
    assertThatThrownBy(() -> Popularity.of(broken)).hasMessageContaining("held NaN");
  }

  private static int[] order(Popularity popularity) {
    int[] order = new int[popularity.size()];
    for (int rank = 0; rank < order.length; rank++) {
      order[rank] = popularity.video(rank);
    }
    return order;
  }
}
