package watchnext.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.feature.content.TopicNumbers;

/**
 * The catalog as columns of numbers, made once, so that no text is compared while scoring.
 *
 * <p>Topics are numbered as {@link TopicNumbers} says; a video counts for at most {@value
 * TopicNumbers#MOST_TAGS} tags. Languages and devices are numbered from 1; 0 is unknown. Nothing
 * here is fitted to what happened. Columns {@link #with} one more video share their arrays with
 * those before, which look at fewer rows. <i>Immutable; only the newest can be made longer.</i>
 */
final class CatalogColumns {

  /** The creator's topic of a video whose creator is unknown. */
  static final int NO_CREATOR = -1;

  /** Number of classes of duration, see {@link #durationClass}. */
  static final int DURATION_CLASSES = 10;

  private static final float[] CLASS_BOUNDS = {8, 15, 30, 60, 180, 600, 1800, 3600};

  private final TopicNumbers numbers;
  private final int videoCount;
  private final int topicCount;
  private final int firstTags;
  private final int firstCreators;
  private final int[] tagOffsets;
  private final int[] tags;
  private final int[] creators;
  private final int[] videoLanguages;
  private final int[] userLanguages;
  private final int[] userDevices;
  private final float[] durations;
  private final float[] logDurations;
  private final long[] uploads;
  private final Map<String, Integer> devices;

  CatalogColumns(Catalog catalog) {
    List<Video> videos = catalog.videos();
    this.numbers = new TopicNumbers(catalog);
    this.videoCount = videos.size();
    this.topicCount = numbers.topicCount();
    this.firstTags = numbers.tagCount();
    this.firstCreators = topicCount - firstTags;
    this.tagOffsets = new int[videoCount + 1];
    this.tags = new int[videos.stream().mapToInt(v -> TopicNumbers.tagsOf(v).size()).sum()];
    this.creators = new int[videoCount];
    this.videoLanguages = new int[videoCount];
    this.durations = new float[videoCount];
    this.logDurations = new float[videoCount];
    this.uploads = new long[videoCount];
    for (int v = 0; v < videoCount; v++) {
      fill(v, videos.get(v));
    }
    List<User> users = catalog.users();
    this.userLanguages = new int[users.size()];
    this.userDevices = new int[users.size()];
    this.devices = new HashMap<>();
    for (int u = 0; u < users.size(); u++) {
      userLanguages[u] = numbers.language(users.get(u).language());
      String device = users.get(u).device();
      userDevices[u] =
          device.isEmpty() ? 0 : devices.computeIfAbsent(device, any -> devices.size() + 1);
    }
  }

  private CatalogColumns(CatalogColumns before, Video video) {
    int place = before.videoCount;
    this.numbers = before.numbers;
    this.videoCount = place + 1;
    this.firstTags = before.firstTags;
    this.firstCreators = before.firstCreators;
    this.userLanguages = before.userLanguages;
    this.userDevices = before.userDevices;
    this.devices = before.devices;
    this.tagOffsets = Room.in(before.tagOffsets, videoCount + 1);
    this.tags = Room.in(before.tags, tagOffsets[place] + TopicNumbers.MOST_TAGS);
    this.creators = Room.in(before.creators, videoCount);
    this.videoLanguages = Room.in(before.videoLanguages, videoCount);
    this.durations = Room.in(before.durations, videoCount);
    this.logDurations = Room.in(before.logDurations, videoCount);
    this.uploads = Room.in(before.uploads, videoCount);
    fill(place, video);
    this.topicCount = numbers.topicCount();
  }

  /** These columns and a row for {@code video}. */
  CatalogColumns with(Video video) {
    return new CatalogColumns(this, video);
  }

  private void fill(int v, Video video) {
    int at = tagOffsets[v];
    for (String tag : TopicNumbers.tagsOf(video)) {
      tags[at++] = numbers.tag(tag);
    }
    tagOffsets[v + 1] = at;
    String creator = video.creatorId();
    creators[v] = creator.isEmpty() ? NO_CREATOR : numbers.creator(creator);
    videoLanguages[v] = numbers.language(video.language());
    durations[v] = (float) video.durationSeconds();
    logDurations[v] = (float) Math.log1p(video.durationSeconds());
    uploads[v] = video.uploadedEpochSecond();
  }

  /** Number of videos. */
  int videoCount() {
    return videoCount;
  }

  /** Number of rows that a table of tags needs, see {@link #tagRow}. */
  int tagRows() {
    return topicCount - firstCreators;
  }

  /** The row of a tag in such a table: tags without the creators that came with the first ones. */
  int tagRow(int tag) {
    return tag < firstTags ? tag : tag - firstCreators;
  }

  /** Number of topics: tags and creators. */
  int topicCount() {
    return topicCount;
  }

  /** Number of devices, the unknown one among them. */
  int deviceCount() {
    return devices.size() + 1;
  }

  /** Where the tags of a video begin. */
  int tagStart(int video) {
    return tagOffsets[video];
  }

  /** Where the tags of a video end (exclusive). */
  int tagEnd(int video) {
    return tagOffsets[video + 1];
  }

  /** The topic of the tag at {@code place}. */
  int tag(int place) {
    return tags[place];
  }

  /** Whether a video has a tag. */
  boolean hasTag(int video, int tag) {
    for (int i = tagOffsets[video]; i < tagOffsets[video + 1]; i++) {
      if (tags[i] == tag) {
        return true;
      }
    }
    return false;
  }

  /** The topic of a video's creator, or {@link #NO_CREATOR}. */
  int creator(int video) {
    return creators[video];
  }

  /** Language of a video, 0 when unknown. */
  int videoLanguage(int video) {
    return videoLanguages[video];
  }

  /** Language of a user, 0 when unknown. */
  int userLanguage(int user) {
    return userLanguages[user];
  }

  /** The usual device of a user, 0 when unknown. */
  int userDevice(int user) {
    return userDevices[user];
  }

  /** The number of a device by name, 0 when no user is known to have it. */
  int device(String name) {
    return devices.getOrDefault(name, 0);
  }

  /** Length in seconds, 0 when unknown. */
  float duration(int video) {
    return durations[video];
  }

  /** {@code log(1 + seconds)}. */
  float logDuration(int video) {
    return logDurations[video];
  }

  /** Upload time, or {@link Video#ALWAYS_THERE}. */
  long uploaded(int video) {
    return uploads[video];
  }

  /** The class of a video's duration: 0 unknown, 1 below 8 seconds, … 9 above an hour. */
  int durationClass(int video) {
    float seconds = durations[video];
    if (seconds <= 0) {
      return 0;
    }
    int result = 1;
    while (result <= CLASS_BOUNDS.length && seconds >= CLASS_BOUNDS[result - 1]) {
      result++;
    }
    return result;
  }
}
