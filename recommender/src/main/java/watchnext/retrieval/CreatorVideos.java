package watchnext.retrieval;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import watchnext.catalog.Catalog;

/**
 * The videos of each creator. What was added since is in a small table that is shared with the
 * longer lists made of this one: where it speaks of a video that this catalogue has not, it is
 * passed over. <i>Immutable.</i>
 */
public final class CreatorVideos {

  private static final int[] NONE = {};

  private final Catalog catalog;
  private final Map<String, int[]> first;
  private final ConcurrentMap<String, int[]> added;

  private CreatorVideos(
      Catalog catalog, Map<String, int[]> first, ConcurrentMap<String, int[]> added) {
    this.catalog = catalog;
    this.first = first;
    this.added = added;
  }

  /** The videos of {@code catalog} that name their creator. */
  public static CreatorVideos of(Catalog catalog) {
    Map<String, IntStream.Builder> lists = new HashMap<>();
    for (int v = 0; v < catalog.videos().size(); v++) {
      String creator = catalog.video(v).creatorId();
      if (!creator.isEmpty()) {
        lists.computeIfAbsent(creator, any -> IntStream.builder()).add(v);
      }
    }
    Map<String, int[]> videos = new HashMap<>();
    lists.forEach((creator, list) -> videos.put(creator, list.build().toArray()));
    return new CreatorVideos(catalog, videos, new ConcurrentHashMap<>());
  }

  /** These and the last video of {@code longer}, a catalogue made of this one's by adding it. */
  public CreatorVideos with(Catalog longer) {
    int video = longer.videos().size() - 1;
    String creator = longer.video(video).creatorId();
    if (!creator.isEmpty()) {
      int[] before = added.getOrDefault(creator, NONE);
      int[] after = Arrays.copyOf(before, before.length + 1);
      after[before.length] = video;
      added.put(creator, after);
    }
    return new CreatorVideos(longer, first, added);
  }

  /** Whether any video names its creator. */
  public boolean isKnown() {
    return !first.isEmpty() || !added.isEmpty();
  }

  /** The creator of {@code video}, empty when unknown. */
  String creator(int video) {
    return catalog.video(video).creatorId();
  }

  /** The videos of {@code creator}, ascending. */
  int[] of(String creator) {
    int[] old = first.getOrDefault(creator, NONE);
    int[] late = added.getOrDefault(creator, NONE);
    int count = late.length;
    while (count > 0 && late[count - 1] >= catalog.videos().size()) {
      count--;
    }
    if (count == 0) {
      return old;
    }
    int[] all = Arrays.copyOf(old, old.length + count);
    System.arraycopy(late, 0, all, old.length, count);
    return all;
  }
}
