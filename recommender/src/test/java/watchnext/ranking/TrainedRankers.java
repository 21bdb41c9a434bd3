package watchnext.ranking;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import watchnext.model.ranker.GbdtConfig;
import watchnext.model.ranker.GbdtTrainer;
import watchnext.model.ranker.MultiTaskNetwork;
import watchnext.model.ranker.MultiTaskTrainer;
import watchnext.model.ranker.NeuralConfig;
import watchnext.model.ranker.RankerRows;
import watchnext.model.ranker.RankerRowsBuilder;
import watchnext.model.ranker.TreeEnsemble;
import watchnext.settings.Settings;

/** Small models of three features, of which the sum of the first two makes a video good. */
final class TrainedRankers {

  static final int WIDTH = 3;
  static final TreeEnsemble TREES =
      GbdtTrainer.train(
              rows(),
              Optional.empty(),
              Settings.with(GbdtConfig.defaults(1), "trees=30"),
              text -> {})
          .model();
  static final MultiTaskNetwork NETWORK =
      MultiTaskTrainer.train(
              rows(),
              Optional.empty(),
              new double[] {0.2, 1, 1.5},
              new NeuralConfig(List.of(20, 8), 5, 64, 5e-3, 0, 1, 1),
              text -> {})
          .model();

  private TrainedRankers() {}

  private static RankerRows rows() {
    SplittableRandom random = new SplittableRandom(7);
    RankerRowsBuilder builder = new RankerRowsBuilder(List.of("a", "b", "c"));
    for (int i = 0; i < 2000; i++) {
      float[] row = new float[WIDTH];
      for (int f = 0; f < WIDTH; f++) {
        row[f] = (float) random.nextGaussian();
      }
      double goodness = row[0] + row[1] + 0.3 * random.nextGaussian();
      builder.add(row, goodness > 0 ? 1 : 0, goodness > 0.7 ? 1 : 0, goodness > 1.5 ? 1 : 0);
      if (i % 20 == 19) {
        builder.endGroup();
      }
    }
    return builder.build();
  }
}
