package watchnext.simulation;

import watchnext.assembly.Models;
import watchnext.event.Event;
import watchnext.event.EventLog;
import watchnext.fixture.SmallConfig;
import watchnext.model.mf.AlsConfig;
import watchnext.pipeline.Rebuild;
import watchnext.retrieval.PopularityWindow;
import watchnext.settings.Settings;
import watchnext.synthetic.World;
import watchnext.synthetic.WorldConfig;

/** Short loops over the tiny world. */
final class Loops {

  static final int DAYS = 2;
  static final World WORLD = World.of(WorldConfig.preset("tiny"), 1);
  static final Past PAST = Past.of(WORLD, DAYS, line -> {});
  static final SimulationConfig CONFIG = SimulationConfig.of(DAYS, 1);

  static final AlsConfig ALS =
      Settings.with(AlsConfig.defaults(), "dimension=8", "epochs=2", "threads=1");

  private Loops() {}

  /** Models of a few seconds, trained on a past. */
  static Models smallModels(Past past) {
    return Rebuild.run(
            past.recording(),
            Past.splitAt(past.recording().events(), past.cut()),
            SmallConfig.of(1),
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
