package watchnext.simulation;

import watchnext.event.Event;
import watchnext.event.EventLog;
import watchnext.index.IndexConfig;
import watchnext.model.mf.AlsConfig;
import watchnext.model.neighbours.NeighboursConfig;
import watchnext.model.ranker.GbdtConfig;
import watchnext.model.ranker.NeuralConfig;
import watchnext.model.twotower.TwoTowerConfig;
import watchnext.pipeline.Models;
import watchnext.pipeline.Rebuild;
import watchnext.pipeline.RebuildConfig;
import watchnext.reranking.PageRules;
import watchnext.retrieval.PopularityWindow;
import watchnext.synthetic.World;
import watchnext.synthetic.WorldConfig;
import watchnext.task.Objective;

/** Short loops over the tiny world. */
final class Loops {

  static final int DAYS = 2;
  static final World WORLD = World.of(WorldConfig.preset("tiny"), 1);
  static final Past PAST = Past.of(WORLD, DAYS, line -> {});
  static final SimulationConfig CONFIG = SimulationConfig.of(DAYS, 1);

  static final AlsConfig ALS = AlsConfig.defaults().withDimension(8).withEpochs(2).withThreads(1);

  private Loops() {}

  /** Models of a few seconds, trained on a past. */
  static Models smallModels(Past past) {
    RebuildConfig small =
        new RebuildConfig(
            TwoTowerConfig.defaults().withShape(16, 16).withPasses(1, 256),
            ALS,
            NeighboursConfig.defaults(),
            GbdtConfig.DEFAULT.withTrees(20).withSeed(1),
            NeuralConfig.DEFAULT.withEpochs(2).withSeed(1),
            IndexConfig.DEFAULT.withThreads(1),
            new RebuildConfig.Quotas(50, 30, 30, 50, 0, 20, 10, 20, 20, 5),
            Objective.DEFAULT,
            PageRules.DEFAULT,
            250,
            0.9,
            1);
    return Rebuild.run(
            past.recording(),
            Past.splitAt(past.recording().events(), past.cut()),
            small,
            "world:tiny",
            "test",
            line -> {})
        .models();
  }

  static Run run(Policy policy) {
    return new ClosedLoop(PAST, CONFIG, line -> {}).run(policy);
  }

  static Policy popularity() {
    return new PopularityPolicy(PopularityWindow.WEEK);
  }

  static Policy oracle() {
    return new OraclePolicy(WORLD.truth());
  }

  /** Whether the event answers a page of the loop and not one of the log. */
  static boolean isOfLoop(Event event) {
    return event.requestId().startsWith("loop");
  }

  /** All events as text, for comparing logs to the last byte. */
  static String text(EventLog log) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < log.size(); i++) {
      text.append(log.get(i)).append('\n');
    }
    return text.toString();
  }
}
