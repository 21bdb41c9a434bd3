package watchnext.pipeline;

import watchnext.dataset.TemporalSplit;
import watchnext.event.Recording;
import watchnext.index.IndexConfig;
import watchnext.model.mf.AlsConfig;
import watchnext.model.neighbours.NeighboursConfig;
import watchnext.model.ranker.GbdtConfig;
import watchnext.model.ranker.NeuralConfig;
import watchnext.model.twotower.TwoTowerConfig;
import watchnext.reranking.PageRules;
import watchnext.synthetic.World;
import watchnext.synthetic.WorldConfig;
import watchnext.task.Objective;

/** A rebuild of the tiny world with small models that learn for a few seconds only. */
final class SmallRebuild {

  static final Recording RECORDING = World.of(WorldConfig.preset("tiny"), 1).record(line -> {});
  static final TemporalSplit SPLIT = Splits.of(RECORDING);
  private static final long SEED = 1;

  private SmallRebuild() {}

  /** Trained when first asked for, and once for all tests of the JVM. */
  private static final class Once {
    static final Rebuilt REBUILT = of(RECORDING);
  }

  /** The rebuild of {@link #RECORDING}; its removals and arrays are not to be touched. */
  static Rebuilt once() {
    return Once.REBUILT;
  }

  /** A rebuild of {@code recording} with the cuts of the whole one. */
  static Rebuilt of(Recording recording) {
    RebuildConfig small =
        new RebuildConfig(
            TwoTowerConfig.defaults().withShape(16, 16).withPasses(1, 256),
            AlsConfig.defaults().withDimension(16).withEpochs(4).withThreads(1),
            NeighboursConfig.defaults(),
            GbdtConfig.DEFAULT.withTrees(20).withSeed(SEED),
            NeuralConfig.DEFAULT.withEpochs(2).withSeed(SEED),
            IndexConfig.DEFAULT.withThreads(1),
            new RebuildConfig.Quotas(50, 30, 30, 50, 0, 20, 10, 20, 20, 5),
            Objective.DEFAULT,
            PageRules.DEFAULT,
            250,
            0.9,
            SEED);
    return Rebuild.run(recording, SPLIT, small, "world:tiny", "test", line -> {});
  }
}
