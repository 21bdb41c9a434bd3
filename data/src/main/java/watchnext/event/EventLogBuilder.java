package watchnext.event;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import watchnext.catalog.Catalog;
import watchnext.catalog.Vocabulary;

/**
 * Collects events in any order and sorts them by time once, keeping the order of equals.
 *
 * <p>Two ways to add: {@link #add} takes event objects; the {@code append…} methods take ordinals,
 * for sources of many millions. <i>Confined: one thread at a time.</i>
 */
public final class EventLogBuilder {

  private Catalog catalog;
  private final Map<String, Integer> requestOrdinals = new HashMap<>();
  private final List<String> requestIds = new ArrayList<>();
  private final List<String> deviceNames = new ArrayList<>(List.of(""));
  private int size;
  private byte[] kinds = new byte[1024];
  private long[] times = new long[1024];
  private int[] users = new int[1024];
  private int[] videos = new int[1024];
  private int[] requests = new int[1024];
  private float[] first = new float[1024];
  private float[] second = new float[1024];
  private short[] devices = new short[1024];

  /** A builder of a log over the users and videos of {@code catalog}. */
  public EventLogBuilder(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Number of events so far. */
  public int size() {
    return size;
  }

  /**
   * The number of a request identifier, -1 for the empty one.
   *
   * @param requestId any text
   */
  public int request(String requestId) {
    if (requestId.isEmpty()) {
      return -1;
    }
    return requestOrdinals.computeIfAbsent(
        requestId,
        id -> {
          requestIds.add(id);
          return requestIds.size() - 1;
        });
  }

  /**
   * Adds one event.
   *
   * @throws IllegalArgumentException when its user or video is not in the catalog
   */
  public void add(Event event) {
    long time = event.epochSecond();
    int user = catalog.userVocabulary().ordinal(event.userId());
    int video = catalog.videoVocabulary().ordinal(event.videoId());
    int request = request(event.requestId());
    if (event instanceof Event.Impression shown) {
      int device = device(shown.device());
      append(
          event.kind(), time, user, video, request, shown.position(), shown.propensity(), device);
    } else if (event instanceof Event.Watch watch) {
      appendWatch(time, user, video, request, watch.watchSeconds(), watch.durationSeconds());
    } else if (event instanceof Event.Rating rating) {
      appendRating(time, user, video, rating.stars());
    } else {
      appendSignal(event.kind(), time, user, video, request);
    }
  }

  /**
   * The number of a device, 0 for the empty text.
   *
   * @throws IllegalArgumentException when there are more different devices than a column holds
   */
  public int device(String name) {
    int known = deviceNames.indexOf(name);
    if (known >= 0) {
      return known;
    }
    if (deviceNames.size() > Short.MAX_VALUE) {
      throw new IllegalArgumentException(
          "devices must be at most " + Short.MAX_VALUE + " different ones, came \"" + name + "\"");
    }
    deviceNames.add(name);
    return deviceNames.size() - 1;
  }

  /** Adds an impression on an unknown device by ordinals. */
  public void appendImpression(
      long epochSecond, int user, int video, int request, int position, double propensity) {
    append(EventKind.IMPRESSION, epochSecond, user, video, request, position, propensity, 0);
  }

  /** Adds a watch by ordinals. */
  public void appendWatch(
      long epochSecond,
      int user,
      int video,
      int request,
      double watchSeconds,
      double durationSeconds) {
    append(EventKind.WATCH, epochSecond, user, video, request, watchSeconds, durationSeconds, 0);
  }

  /** Adds a rating by ordinals. */
  public void appendRating(long epochSecond, int user, int video, double stars) {
    append(EventKind.RATING, epochSecond, user, video, -1, stars, 0, 0);
  }

  /** Adds a click, like or "not interested" by ordinals. */
  public void appendSignal(EventKind kind, long epochSecond, int user, int video, int request) {
    switch (kind) {
      case CLICK, LIKE, NOT_INTERESTED -> append(kind, epochSecond, user, video, request, 0, 0, 0);
      case IMPRESSION, WATCH, RATING ->
          throw new IllegalArgumentException(kind + " carries values: use its own method");
    }
  }

  /**
   * Adds an event of any kind by ordinals.
   *
   * @param one place of an impression, seconds of a watch, stars of a rating, else 0
   * @param two propensity of an impression, the video's duration of a watch, else 0
   * @param device a number that {@link #device} gave
   */
  public void append(
      EventKind kind,
      long time,
      int user,
      int video,
      int request,
      double one,
      double two,
      int device) {
    if (size == kinds.length) {
      grow(Math.addExact(size, size >> 1));
    }
    kinds[size] = kind.code();
    times[size] = time;
    users[size] = user;
    videos[size] = video;
    requests[size] = request;
    first[size] = (float) one;
    second[size] = (float) two;
    devices[size] = (short) device;
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
    devices = Arrays.copyOf(devices, capacity);
  }

  /**
   * The log over {@code complete}, for sources in which users or videos become known only while
   * their events are appended by ordinals; the builder is spent.
   *
   * @throws IllegalArgumentException when an event has an ordinal outside {@code complete}
   */
  public EventLog build(Catalog complete) {
    int users = complete.users().size();
    int videos = complete.videos().size();
    for (int i = 0; i < size; i++) {
      if (this.users[i] < 0 || this.users[i] >= users) {
        throw new IllegalArgumentException(
            "user ordinals must be in [0, " + users + "), was " + this.users[i]);
      }
      if (this.videos[i] < 0 || this.videos[i] >= videos) {
        throw new IllegalArgumentException(
            "video ordinals must be in [0, " + videos + "), was " + this.videos[i]);
      }
    }
    catalog = complete;
    return build();
  }

  /** The log of all that was added, in order of time; the builder is spent. */
  public EventLog build() {
    grow(size);
    if (!isSorted()) {
      sort();
    }
    return new EventLog(
        catalog,
        Vocabulary.of(requestIds),
        size,
        kinds,
        times,
        users,
        videos,
        requests,
        first,
        second,
        devices,
        List.copyOf(deviceNames));
  }

  private boolean isSorted() {
    for (int i = 1; i < size; i++) {
      if (times[i] < times[i - 1]) {
        return false;
      }
    }
    return true;
  }

  /** Stable: a bottom-up merge sort of indices, then one column at a time. */
  private void sort() {
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    int[] scratch = new int[size];
    for (long width = 1; width < size; width *= 2) {
      for (long from = 0; from < size; from += 2 * width) {
        int middle = (int) Math.min(from + width, size);
        int end = (int) Math.min(from + 2 * width, size);
        merge(order, scratch, (int) from, middle, end);
      }
      int[] swap = order;
      order = scratch;
      scratch = swap;
    }
    kinds = permuted(kinds, order);
    times = permuted(times, order);
    users = permuted(users, order);
    videos = permuted(videos, order);
    requests = permuted(requests, order);
    first = permuted(first, order);
    second = permuted(second, order);
    devices = permuted(devices, order);
  }

  private void merge(int[] from, int[] to, int start, int middle, int end) {
    if (middle == end || times[from[middle - 1]] <= times[from[middle]]) {
      System.arraycopy(
          from, start, to, start, end - start); // mostly so where a log is nearly sorted
      return;
    }
    int left = start;
    int right = middle;
    for (int i = start; i < end; i++) {
      boolean takeLeft = left < middle && (right >= end || times[from[left]] <= times[from[right]]);
      to[i] = takeLeft ? from[left++] : from[right++];
    }
  }

  /** The values of an array of primitives in another order. */
  @SuppressWarnings("SuspiciousSystemArraycopy") // both are arrays of one primitive type
  private static <A> A permuted(A values, int[] order) {
    @SuppressWarnings("unchecked") // an array of the type of its model
    A result = (A) Array.newInstance(values.getClass().getComponentType(), order.length);
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(values, order[i], result, i, 1);
    }
    return result;
  }
}
