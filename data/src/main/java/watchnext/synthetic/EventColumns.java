package watchnext.synthetic;

import java.util.Arrays;
import watchnext.event.EventKind;

/**
 * Events of a few hours, waiting to be put in order of time and handed on. Sorting counts by the
 * second, which is linear and keeps the order of equals. <i>Confined: one thread at a time.</i>
 */
final class EventColumns implements EventSink {

  private int size;
  private EventKind[] kinds = new EventKind[1024];
  private long[] times = new long[1024];
  private int[] users = new int[1024];
  private int[] videos = new int[1024];
  private int[] requests = new int[1024];
  private double[] first = new double[1024];
  private double[] second = new double[1024];
  private int pages;
  private boolean[] random = new boolean[128];
  private String[] devices = new String[128];

  /** Number of events that wait. */
  int size() {
    return size;
  }

  /** Number of pages announced so far. */
  int pages() {
    return pages;
  }

  @Override
  public void page(int request, boolean isRandom, String device) {
    if (pages == random.length) {
      random = Arrays.copyOf(random, pages * 2);
      devices = Arrays.copyOf(devices, pages * 2);
    }
    devices[pages] = device;
    random[pages++] = isRandom;
  }

  @Override
  public void impression(
      long epochSecond, int user, int video, int request, int position, double propensity) {
    add(EventKind.IMPRESSION, epochSecond, user, video, request, position, propensity);
  }

  @Override
  public void watch(
      long epochSecond,
      int user,
      int video,
      int request,
      double watchSeconds,
      double durationSeconds) {
    add(EventKind.WATCH, epochSecond, user, video, request, watchSeconds, durationSeconds);
  }

  @Override
  public void signal(EventKind kind, long epochSecond, int user, int video, int request) {
    add(kind, epochSecond, user, video, request, 0, 0);
  }

  private void add(
      EventKind kind, long time, int user, int video, int request, double one, double two) {
    if (size == kinds.length) {
      grow(size + (size >> 1));
    }
    kinds[size] = kind;
    times[size] = time;
    users[size] = user;
    videos[size] = video;
    requests[size] = request;
    first[size] = one;
    second[size] = two;
    size++;
  }

  private void grow(int capacity) {
    kinds = Arrays.copyOf(kinds, capacity);
    times = Arrays.copyOf(times, capacity);
    users = Arrays.copyOf(users, capacity);
    videos = Arrays.copyOf(videos, capacity);
    requests = Arrays.copyOf(requests, capacity);
    first = Arrays.copyOf(first, capacity);
    second = Arrays.copyOf(second, capacity);
  }

  /** Moves all of {@code other} behind what is here, numbering its pages on from ours. */
  void take(EventColumns other) {
    int offset = pages;
    for (int p = 0; p < other.pages; p++) {
      page(pages, other.random[p], other.devices[p]);
    }
    for (int i = 0; i < other.size; i++) {
      add(
          other.kinds[i],
          other.times[i],
          other.users[i],
          other.videos[i],
          other.requests[i] < 0 ? -1 : other.requests[i] + offset,
          other.first[i],
          other.second[i]);
    }
    other.size = 0;
    other.pages = 0;
  }

  /** Announces the pages from number {@code from} on. */
  void announce(int from, EventSink sink) {
    for (int p = from; p < pages; p++) {
      sink.page(p, random[p], devices[p]);
    }
  }

  /**
   * Hands on all events before {@code until} in order of time and keeps the others.
   *
   * @param from no event is earlier
   */
  void drain(long from, long until, EventSink sink) {
    int[] starts = new int[(int) (until - from) + 1];
    for (int i = 0; i < size; i++) {
      if (times[i] < until) {
        starts[(int) (times[i] - from) + 1]++;
      }
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] order = new int[starts[starts.length - 1]];
    int kept = 0;
    int[] late = new int[size - order.length];
    for (int i = 0; i < size; i++) {
      if (times[i] < until) {
        order[starts[(int) (times[i] - from)]++] = i;
      } else {
        late[kept++] = i;
      }
    }
    for (int i : order) {
      hand(i, sink);
    }
    keepOnly(late);
  }

  private void hand(int i, EventSink sink) {
    EventKind kind = kinds[i];
    switch (kind) {
      case IMPRESSION ->
          sink.impression(times[i], users[i], videos[i], requests[i], (int) first[i], second[i]);
      case WATCH -> sink.watch(times[i], users[i], videos[i], requests[i], first[i], second[i]);
      case CLICK, LIKE, NOT_INTERESTED ->
          sink.signal(kind, times[i], users[i], videos[i], requests[i]);
      case RATING -> throw new IllegalStateException("nobody gives stars in this world");
    }
  }

  private void keepOnly(int[] indices) {
    for (int k = 0; k < indices.length; k++) {
      int i = indices[k];
      kinds[k] = kinds[i];
      times[k] = times[i];
      users[k] = users[i];
      videos[k] = videos[i];
      requests[k] = requests[i];
      first[k] = first[i];
      second[k] = second[i];
    }
    size = indices.length;
  }
}
