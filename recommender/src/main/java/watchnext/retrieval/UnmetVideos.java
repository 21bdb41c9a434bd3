package watchnext.retrieval;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import watchnext.require.Require;

/**
 * The videos that training never met, ascending: those of the catalogue at the cut, and every
 * upload since. <i>Immutable; only the newest can be made longer.</i>
 */
public final class UnmetVideos {

  private static final int LEAST_ROOM = 64;

  private final int[] videos;
  private final int size;

  private UnmetVideos(int[] videos, int size) {
    this.videos = videos;
    this.size = size;
  }

  /**
   * Those of the first {@code count} ordinals.
   *
   * @param met whether training met a video
   */
  public static UnmetVideos of(int count, IntPredicate met) {
    int[] videos = IntStream.range(0, count).filter(met.negate()).toArray();
    return new UnmetVideos(videos, videos.length);
  }

  /** These and {@code video}, of a larger ordinal than all of them. */
  public UnmetVideos with(int video) {
    Require.that(
        size == 0 || video > videos[size - 1], "ordinals must ascend, %s came late", video);
    int room = size + Math.max(size, LEAST_ROOM);
    int[] longer = size < videos.length ? videos : Arrays.copyOf(videos, room);
    longer[size] = video;
    return new UnmetVideos(longer, size + 1);
  }

  /** How many they are. */
  int size() {
    return size;
  }

  /** Whether {@code video} is among them. */
  boolean contains(int video) {
    return Arrays.binarySearch(videos, 0, size, video) >= 0;
  }

  /** Copies those from {@code place} on to {@code out}, as many as fit; returns how many. */
  int copy(int place, int[] out) {
    int count = Math.min(out.length, size - place);
    System.arraycopy(videos, place, out, 0, count);
    return count;
  }
}
