package watchnext.pipeline;

import watchnext.dataset.TemporalSplit;
import watchnext.event.Recording;
import watchnext.fixture.SmallConfig;
import watchnext.synthetic.World;
import watchnext.synthetic.WorldConfig;

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

  /** The rebuild of {@link #RECORDING}; its arrays are not to be touched. */
  static Rebuilt once() {
    return Once.REBUILT;
  }

  /** A rebuild of {@code recording} with the cuts of the whole one. */
  static Rebuilt of(Recording recording) {
    return Rebuild.run(recording, SPLIT, SmallConfig.of(SEED), "world:tiny", "test", line -> {});
  }
}
