package watchnext.synthetic;

import java.util.PriorityQueue;
import watchnext.synthetic.truth.Luck;

/**
 * The way from the devices to the log: passes events on late, twice or never, as {@link
 * DeliverySettings} say. An event keeps the time at which it happened; only its arrival changes, so
 * the order of arrival is not the order of time. <i>Confined: one thread at a time.</i>
 */
final class Delivery implements EventSink {

  private final DeliverySettings settings;
  private final ArrivalSink sink;
  private final long key;
  private final PriorityQueue<Parcel> underway = new PriorityQueue<>();
  private long sent;

  Delivery(DeliverySettings settings, long seed, ArrivalSink sink) {
    this.settings = settings;
    this.key = Luck.key(seed, 71);
    this.sink = sink;
  }

  /** One event on its way; of equal arrivals the one sent first comes first. */
  private record Parcel(long arrival, long number, WorldEvent event) implements Comparable<Parcel> {
    @Override
    public int compareTo(Parcel other) {
      int byArrival = Long.compare(arrival, other.arrival);
      return byArrival != 0 ? byArrival : Long.compare(number, other.number);
    }
  }

  @Override
  public void page(int request, boolean random, String device) {
    sink.page(request, random, device);
  }

  @Override
  public void event(WorldEvent event) {
    long now = event.epochSecond();
    deliverUntil(now);
    long luck = Luck.key(key, sent++);
    if (Luck.uniform(luck, 1) < settings.lostShare()) {
      return;
    }
    boolean late = Luck.uniform(luck, 2) < settings.lateShare();
    put(now + (late ? delay(luck, 3) : 0), event);
    if (Luck.uniform(luck, 4) < settings.duplicateShare()) {
      put(now + delay(luck, 5), event);
    }
  }

  private long delay(long luck, int purpose) {
    return (long)
        Math.ceil(settings.meanLateSeconds() * Luck.exponential(Luck.uniform(luck, purpose)));
  }

  private void put(long arrival, WorldEvent event) {
    underway.add(new Parcel(arrival, sent, event));
  }

  private void deliverUntil(long now) {
    for (Parcel next = underway.peek();
        next != null && next.arrival() < now;
        next = underway.peek()) {
      underway.remove();
      sink.arrives(next.arrival());
      sink.event(next.event());
    }
  }

  /** Delivers what is still underway. */
  void finish() {
    deliverUntil(Long.MAX_VALUE);
  }
}
