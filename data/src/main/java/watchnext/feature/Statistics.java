package watchnext.feature;

import java.util.Arrays;

/**
 * The counters of everything that is counted alike: users, videos, topics, topics by time of day,
 * durations by device, and all together. One event adds the same amounts to a row of each.
 *
 * <p>The event log does not say on which device something happened; the user's usual one stands for
 * it. <i>Confined: one thread at a time.</i>
 */
final class Statistics {

  /** Parts of the day, six hours each, UTC. */
  static final int DAY_PARTS = 4;

  private final CatalogColumns columns;
  private final DecayedCounters users;
  private final DecayedCounters videos;
  private final DecayedCounters topics;
  private final DecayedCounters tagsByDayPart;
  private final DecayedCounters durationsByDevice;
  private final DecayedCounters everything;
  private final long[] firstEvents;

  Statistics(CatalogColumns columns, int users) {
    this.columns = columns;
    this.users = new DecayedCounters(users, Horizon.values());
    this.videos = new DecayedCounters(columns.videoCount(), Horizon.values());
    this.topics = new DecayedCounters(columns.topicCount(), Horizon.EVER, Horizon.WEEK);
    this.tagsByDayPart = new DecayedCounters(columns.tagRows() * DAY_PARTS, Horizon.EVER);
    this.durationsByDevice =
        new DecayedCounters(
            columns.deviceCount() * CatalogColumns.DURATION_CLASSES, Horizon.EVER, Horizon.WEEK);
    this.everything = new DecayedCounters(1, Horizon.values());
    this.firstEvents = new long[columns.videoCount()];
    Arrays.fill(firstEvents, FeatureState.NEVER);
  }

  private Statistics(Statistics before, CatalogColumns columns) {
    this.columns = columns;
    this.users = before.users;
    this.videos = before.videos.withRows(columns.videoCount());
    this.topics = before.topics.withRows(columns.topicCount());
    this.tagsByDayPart = before.tagsByDayPart.withRows(columns.tagRows() * DAY_PARTS);
    this.durationsByDevice = before.durationsByDevice;
    this.everything = before.everything;
    int known = before.firstEvents.length;
    this.firstEvents = Room.in(before.firstEvents, columns.videoCount());
    Arrays.fill(firstEvents, known, firstEvents.length, FeatureState.NEVER);
  }

  /** The same counts over columns that are longer by what was uploaded since. */
  Statistics over(CatalogColumns longer) {
    return new Statistics(this, longer);
  }

  /** Adds the amounts of one event to every row it concerns. */
  void add(int user, int video, Amounts amounts, long epochSecond) {
    if (firstEvents[video] == FeatureState.NEVER) {
      firstEvents[video] = epochSecond;
    }
    users.add(user, amounts, epochSecond);
    videos.add(video, amounts, epochSecond);
    everything.add(0, amounts, epochSecond);
    durationsByDevice.add(
        durationRow(columns.userDevice(user), columns.durationClass(video)), amounts, epochSecond);
    for (int place = columns.tagStart(video); place < columns.tagEnd(video); place++) {
      topics.add(columns.tag(place), amounts, epochSecond);
      tagsByDayPart.add(
          dayPartRow(columns.tagRow(columns.tag(place)), epochSecond), amounts, epochSecond);
    }
    if (columns.creator(video) != CatalogColumns.NO_CREATOR) {
      topics.add(columns.creator(video), amounts, epochSecond);
    }
  }

  /** The row of a device and a class of duration in {@link #durationsByDevice}. */
  static int durationRow(int device, int durationClass) {
    return device * CatalogColumns.DURATION_CLASSES + durationClass;
  }

  /** The row of a tag, by {@link CatalogColumns#tagRow}, at a time of day. */
  static int dayPartRow(int tagRow, long epochSecond) {
    return tagRow * DAY_PARTS + Math.floorMod(Math.floorDiv(epochSecond, 21_600L), DAY_PARTS);
  }

  /** Time of the first event of a video, or {@link FeatureState#NEVER}. */
  long firstEvent(int video) {
    return firstEvents[video];
  }

  DecayedCounters users() {
    return users;
  }

  DecayedCounters videos() {
    return videos;
  }

  DecayedCounters topics() {
    return topics;
  }

  DecayedCounters tagsByDayPart() {
    return tagsByDayPart;
  }

  DecayedCounters durationsByDevice() {
    return durationsByDevice;
  }

  DecayedCounters everything() {
    return everything;
  }
}
