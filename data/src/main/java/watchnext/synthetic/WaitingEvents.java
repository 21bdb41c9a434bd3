package watchnext.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Pages and events of a few hours, waiting to be put in order of time and handed on. <i>Confined:
 * one thread at a time.</i>
 */
final class WaitingEvents implements EventSink {

  private record Page(boolean isRandom, String device) {}

  private final List<Page> pages = new ArrayList<>();
  private List<WorldEvent> events = new ArrayList<>();

  /** Number of pages announced so far. */
  int pages() {
    return pages.size();
  }

  @Override
  public void page(int request, boolean isRandom, String device) {
    pages.add(new Page(isRandom, device));
  }

  @Override
  public void event(WorldEvent event) {
    events.add(event);
  }

  /** Moves all of {@code other} behind what is here, numbering its pages on from ours. */
  void take(WaitingEvents other) {
    int offset = pages.size();
    pages.addAll(other.pages);
    for (WorldEvent event : other.events) {
      events.add(event.request() < 0 ? event : event.of(event.request() + offset));
    }
    other.pages.clear();
    other.events.clear();
  }

  /** Announces the pages from number {@code from} on. */
  void announce(int from, EventSink sink) {
    for (int p = from; p < pages.size(); p++) {
      sink.page(p, pages.get(p).isRandom(), pages.get(p).device());
    }
  }

  /** Hands on all events before {@code until} in order of time, equals as they came. */
  void drain(long until, EventSink sink) {
    List<WorldEvent> later = new ArrayList<>();
    events.sort(Comparator.comparingLong(WorldEvent::epochSecond));
    for (WorldEvent event : events) {
      if (event.epochSecond() < until) {
        sink.event(event);
      } else {
        later.add(event);
      }
    }
    events = later;
  }
}
