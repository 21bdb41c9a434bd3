package watchnext.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import watchnext.event.Event;
import watchnext.event.EventLog;
import watchnext.event.EventLogBuilder;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.feature.Replay;

/**
 * Events on their way to the platform: what a page leads to is known when it happens, not when the
 * page is shown. Whoever asks at time t finds a {@link FeatureState} that has observed everything
 * strictly before t, in the order of time, as a replay of the finished log would. <i>Confined: one
 * thread at a time.</i>
 */
final class Happenings {

  private record Coming(Event event, long number) {}

  private final Recording past;
  private final FeatureState state;
  private final PriorityQueue<Coming> coming =
      new PriorityQueue<>(
          Comparator.comparingLong((Coming c) -> c.event().epochSecond())
              .thenComparingLong(Coming::number));
  private final List<Event> happened = new ArrayList<>();
  private long number;

  /** Begins at {@code cut}, where {@code past} ends. */
  Happenings(Recording past, long cut) {
    this.past = past;
    Replay replay = new Replay(past.events(), new FeatureState(past.catalog()));
    this.state = replay.advanceTo(cut);
  }

  /** Takes in what will happen; times may lie ahead, never behind {@link #advanceTo}. */
  void add(List<Event> events) {
    for (Event event : events) {
      coming.add(new Coming(event, number++));
    }
  }

  /** What is known at {@code epochSecond}. */
  FeatureState advanceTo(long epochSecond) {
    EventLogBuilder batch = new EventLogBuilder(past.catalog());
    while (!coming.isEmpty() && coming.element().event().epochSecond() < epochSecond) {
      Event event = coming.remove().event();
      batch.add(event);
      happened.add(event);
    }
    if (batch.size() > 0) {
      EventLog log = batch.build();
      for (int i = 0; i < log.size(); i++) {
        state.observe(log, i);
      }
    }
    return state;
  }

  /** What has happened since the cut and is known, in order of time. */
  EventLog sinceCut() {
    EventLogBuilder log = new EventLogBuilder(past.catalog());
    happened.forEach(log::add);
    return log.build();
  }

  /** The past with all that is known since, as a training set. */
  Recording recording() {
    EventLogBuilder log = new EventLogBuilder(past.catalog());
    for (int i = 0; i < past.events().size(); i++) {
      log.add(past.events().get(i));
    }
    happened.forEach(log::add);
    return new Recording(past.name(), past.catalog(), log.build(), past.rhythm(), past.licence());
  }
}
