package watchnext.model.twotower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import watchnext.settings.Settings;

class TwoTowerThreadsTest {

  private static final PlantedWatches WATCHES = PlantedWatches.of(6);

  /** Batches of 400 rows: several blocks for every loop that threads share. */
  private static TwoTowerTrainer.Trained train(TwoTowerConfig config, int threads) {
    TwoTowerConfig threaded =
        Settings.with(config, "epochs=1", "batchSize=400", "threads=" + threads);
    return TwoTowerTrainer.train(WATCHES.data(), threaded, sentence -> {}, new SplittableRandom(3));
  }

  private static void assertThreadsDoNotChangeAByte(TwoTowerConfig config) {
    TwoTowerTrainer.Trained one = train(config, 1);
    TwoTowerTrainer.Trained three = train(config, 3);
    assertThat(three.epochLosses()).isEqualTo(one.epochLosses());
    assertThat(three.model().encodeVideos(WATCHES.data().content()).data())
        .containsExactly(one.model().encodeVideos(WATCHES.data().content()).data());
    assertThat(WATCHES.userVector(three.model(), 5, 7))
        .containsExactly(WATCHES.userVector(one.model(), 5, 7));
  }

  @Test
  void withHiddenLayersThreadsDoNotChangeAByte() {
    assertThreadsDoNotChangeAByte(Settings.with(PlantedWatches.config(), "hiddenUnits=32"));
  }

  @Test
  void withoutHiddenLayersThreadsDoNotChangeAByte() {
    assertThreadsDoNotChangeAByte(Settings.with(PlantedWatches.config(), "hiddenUnits=0"));
  }
}
