package watchnext.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;

/**
 * The catalog as columns of numbers, made once, so that no text is compared while scoring.
 *
 * <p><i>Topics</i> are what tastes are about: tags come first, then creators, in the order of the
 * catalog. A video counts for at most {@value #MOST_TAGS} tags. Languages and devices are numbered
 * from 1; 0 is unknown. Nothing here is fitted to what happened. <i>Immutable.</i>
 */
final class CatalogColumns {

  /** Tags of a video that count, the first ones. */
  static final int MOST_TAGS = 6;

  /** The creator's topic of a video whose creator is unknown. */
  static final int NO_CREATOR = -1;

  /** Number of classes of duration, see {@link #durationClass}. */
  static final int DURATION_CLASSES = 10;

  private static final float[] CLASS_BOUNDS = {8, 15, 30, 60, 180, 600, 1800, 3600};

  private final int tagCount;
  private final int topicCount;
  private final int[] tagOffsets;
  private final int[] tags;
  private final int[] creators;
  private final int[] videoLanguages;
  private final int[] userLanguages;
  private final int[] userDevices;
  private final float[] durations;
  private final float[] logDurations;
  private final long[] uploads;
  private final Map<String, Integer> devices = new HashMap<>();

  CatalogColumns(Catalog catalog) {
    List<Video> videos = catalog.videos();
    int size = videos.size();
    Map<String, Integer> tagOrdinals = new HashMap<>();
    this.tagOffsets = new int[size + 1];
    for (int v = 0; v < size; v++) {
      List<String> own = firstTags(videos.get(v));
      tagOffsets[v + 1] = tagOffsets[v] + own.size();
      own.forEach(tag -> number(tagOrdinals, tag, 0));
    }
    this.tags = new int[tagOffsets[size]];
    this.tagCount = tagOrdinals.size();
    this.creators = new int[size];
    this.videoLanguages = new int[size];
    this.durations = new float[size];
    this.logDurations = new float[size];
    this.uploads = new long[size];
    Map<String, Integer> creatorOrdinals = new HashMap<>();
    Map<String, Integer> languages = new HashMap<>();
    for (int v = 0; v < size; v++) {
      Video video = videos.get(v);
      int at = tagOffsets[v];
      for (String tag : firstTags(video)) {
        tags[at++] = tagOrdinals.getOrDefault(tag, 0);
      }
      String creator = video.creatorId();
      creators[v] = creator.isEmpty() ? NO_CREATOR : number(creatorOrdinals, creator, tagCount);
      videoLanguages[v] = numberOrZero(languages, video.language());
      durations[v] = (float) video.durationSeconds();
      logDurations[v] = (float) Math.log1p(video.durationSeconds());
      uploads[v] = video.uploadedEpochSecond();
    }
    this.topicCount = tagCount + creatorOrdinals.size();
    List<User> users = catalog.users();
    this.userLanguages = new int[users.size()];
    this.userDevices = new int[users.size()];
    for (int u = 0; u < users.size(); u++) {
      userLanguages[u] = numberOrZero(languages, users.get(u).language());
      userDevices[u] = numberOrZero(devices, users.get(u).device());
    }
  }

  private static List<String> firstTags(Video video) {
    List<String> distinct = video.tags().stream().distinct().toList();
    return distinct.subList(0, Math.min(MOST_TAGS, distinct.size()));
  }

  private static int number(Map<String, Integer> ordinals, String text, int first) {
    return ordinals.computeIfAbsent(text, t -> first + ordinals.size());
  }

  private static int numberOrZero(Map<String, Integer> ordinals, String text) {
    return text.isEmpty() ? 0 : number(ordinals, text, 1);
  }

  /** Number of videos. */
  int videoCount() {
    return creators.length;
  }

  /** Number of tags; they are topics 0 to this. */
  int tagCount() {
    return tagCount;
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

  /** Whether two videos have a tag in common. */
  boolean shareTag(int video, int other) {
    for (int i = tagOffsets[video]; i < tagOffsets[video + 1]; i++) {
      for (int j = tagOffsets[other]; j < tagOffsets[other + 1]; j++) {
        if (tags[i] == tags[j]) {
          return true;
        }
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
