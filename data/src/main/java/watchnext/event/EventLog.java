package watchnext.event;

import java.util.Arrays;
import java.util.List;
import watchnext.catalog.Catalog;
import watchnext.catalog.Vocabulary;

/**
 * All events of a data set in order of time, in columns of primitives: 27 bytes an event, so that
 * 25 million fit where objects would not. Events of equal time keep the order in which they were
 * added.
 *
 * <p>Loops read the columns by index; {@link #get} rebuilds the object where clarity matters more.
 * <i>Immutable.</i>
 */
public final class EventLog {

  private final Catalog catalog;
  private final Vocabulary requests;
  private final int size;
  private final byte[] kinds;
  private final long[] times;
  private final int[] users;
  private final int[] videos;
  private final int[] requestOrdinals;
  private final float[] first;
  private final float[] second;
  private final short[] devices;
  private final List<String> deviceNames;

  EventLog(
      Catalog catalog,
      Vocabulary requests,
      int size,
      byte[] kinds,
      long[] times,
      int[] users,
      int[] videos,
      int[] requestOrdinals,
      float[] first,
      float[] second,
      short[] devices,
      List<String> deviceNames) {
    this.catalog = catalog;
    this.requests = requests;
    this.size = size;
    this.kinds = kinds;
    this.times = times;
    this.users = users;
    this.videos = videos;
    this.requestOrdinals = requestOrdinals;
    this.first = first;
    this.second = second;
    this.devices = devices;
    this.deviceNames = deviceNames;
  }

  /** The users and videos that the ordinals of this log number. */
  public Catalog catalog() {
    return catalog;
  }

  /** Number of events. */
  public int size() {
    return size;
  }

  /** Kind of event {@code i}. */
  public EventKind kind(int i) {
    return EventKind.of(kinds[i]);
  }

  /** Seconds since 1970 of event {@code i}; never smaller than that of event {@code i - 1}. */
  public long epochSecond(int i) {
    return times[i];
  }

  /** Ordinal of the user of event {@code i}. */
  public int user(int i) {
    return users[i];
  }

  /** Ordinal of the video of event {@code i}. */
  public int video(int i) {
    return videos[i];
  }

  /**
   * The number of the request identifier of event {@code i}, or -1 when unknown. Users may share
   * it, where each numbers their requests from 1: {@link #requestKey} tells them apart.
   */
  public int request(int i) {
    return requestOrdinals[i];
  }

  /** A number equal for all events of one user and request identifier, or -1 when unknown. */
  public long requestKey(int i) {
    return requestOrdinals[i] < 0 ? -1 : (long) users[i] * requests.size() + requestOrdinals[i];
  }

  /**
   * Place on the page of impression {@code i}, 0 for the top, {@link
   * Event.Impression#UNKNOWN_POSITION} when unknown.
   */
  public int position(int i) {
    require(i, EventKind.IMPRESSION);
    return (int) first[i];
  }

  /** Propensity of impression {@code i}, 0 when unknown. */
  public float propensity(int i) {
    require(i, EventKind.IMPRESSION);
    return second[i];
  }

  /** Device on which impression {@code i} was shown, empty when unknown. */
  public String device(int i) {
    require(i, EventKind.IMPRESSION);
    return deviceNames.get(devices[i]);
  }

  /** Seconds watched in watch {@code i}. */
  public float watchSeconds(int i) {
    require(i, EventKind.WATCH);
    return first[i];
  }

  /** Length in seconds of the video of watch {@code i}, 0 when unknown. */
  public float durationSeconds(int i) {
    require(i, EventKind.WATCH);
    return second[i];
  }

  /** Stars of rating {@code i}. */
  public float stars(int i) {
    require(i, EventKind.RATING);
    return first[i];
  }

  /**
   * Whether event {@code i} says that the user watched the video well, see {@link Satisfaction}.
   */
  public boolean isGood(int i) {
    return switch (kind(i)) {
      case WATCH -> Satisfaction.isLongWatch(first[i], second[i]);
      case RATING -> Satisfaction.isGoodRating(first[i]);
      case LIKE -> true;
      case IMPRESSION, CLICK, NOT_INTERESTED -> false;
    };
  }

  /** The index of the first event at or after {@code epochSecond}; {@link #size} when none is. */
  public int indexAt(long epochSecond) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times[middle] < epochSecond) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether the log has any impressions; without them rankers learn from retrieved candidates. */
  public boolean hasImpressions() {
    for (int i = 0; i < size; i++) {
      if (kinds[i] == EventKind.IMPRESSION.code()) {
        return true;
      }
    }
    return false;
  }

  /** The log without the events from index {@code end} on: what was known then, and no more. */
  public EventLog before(int end) {
    if (end < 0 || end > size) {
      throw new IllegalArgumentException("end must be in [0, " + size + "], was " + end);
    }
    return new EventLog(
        catalog,
        requests,
        end,
        Arrays.copyOf(kinds, end),
        Arrays.copyOf(times, end),
        Arrays.copyOf(users, end),
        Arrays.copyOf(videos, end),
        Arrays.copyOf(requestOrdinals, end),
        Arrays.copyOf(first, end),
        Arrays.copyOf(second, end),
        Arrays.copyOf(devices, end),
        deviceNames);
  }

  /** Event {@code i} as an object. */
  public Event get(int i) {
    String user = catalog.userVocabulary().id(users[i]);
    String video = catalog.videoVocabulary().id(videos[i]);
    String request = requestOrdinals[i] < 0 ? "" : requests.id(requestOrdinals[i]);
    long time = times[i];
    return switch (kind(i)) {
      case IMPRESSION ->
          new Event.Impression(time, user, video, request, (int) first[i], second[i], device(i));
      case CLICK -> new Event.Click(time, user, video, request);
      case WATCH -> new Event.Watch(time, user, video, request, first[i], second[i]);
      case LIKE -> new Event.Like(time, user, video, request);
      case NOT_INTERESTED -> new Event.NotInterested(time, user, video, request);
      case RATING -> new Event.Rating(time, user, video, first[i]);
    };
  }

  private void require(int i, EventKind wanted) {
    if (kinds[i] != wanted.code()) {
      throw new IllegalArgumentException("event " + i + " must be a " + wanted + ", is " + kind(i));
    }
  }
}
