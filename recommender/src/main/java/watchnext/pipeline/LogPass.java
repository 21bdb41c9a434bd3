package watchnext.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.feature.Replay;

/**
 * One replay of a log for many listeners: each names an instant and is handed what was known then.
 * Listeners of one instant come in the order in which they were named. <i>Confined: one thread.</i>
 */
public final class LogPass {

  private record Stop(long epochSecond, Consumer<FeatureState> listener) {}

  private final List<Stop> stops = new ArrayList<>();

  /** Asks to be told what is known at {@code epochSecond}: all that happened strictly before. */
  void at(long epochSecond, Consumer<FeatureState> listener) {
    stops.add(new Stop(epochSecond, listener));
  }

  /**
   * Replays {@code recording} once, from its beginning to the last stop.
   *
   * @param progress told about every fifth of the stops
   */
  public void run(Recording recording, Consumer<String> progress) {
    stops.sort(Comparator.comparingLong(Stop::epochSecond));
    Replay replay = new Replay(recording.events(), new FeatureState(recording.catalog()));
    int step = Math.max(1, stops.size() / 5);
    for (int i = 0; i < stops.size(); i++) {
      Stop stop = stops.get(i);
      stop.listener().accept(replay.advanceTo(stop.epochSecond()));
      if ((i + 1) % step == 0) {
        progress.accept("replayed " + (i + 1) + " of " + stops.size() + " requests");
      }
    }
  }
}
