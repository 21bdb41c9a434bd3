package watchnext.retrieval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import watchnext.catalog.Catalog;

/**
 * The uploads of the last days, by a window that moves with the request. Cost: two binary searches.
 * <i>Immutable.</i>
 */
final class FreshVideos {

  private final long windowSeconds;
  private final int[] byUpload;
  private final long[] uploads;

  /** The videos of {@code catalog} while they are no older than {@code windowSeconds}. */
  FreshVideos(Catalog catalog, long windowSeconds) {
    if (windowSeconds < 1) {
      throw new IllegalArgumentException("windowSeconds must be at least 1, was " + windowSeconds);
    }
    this.windowSeconds = windowSeconds;
    this.byUpload =
        IntStream.range(0, catalog.videos().size())
            .boxed()
            .sorted(Comparator.comparingLong(v -> catalog.video(v).uploadedEpochSecond()))
            .mapToInt(Integer::intValue)
            .toArray();
    this.uploads =
        Arrays.stream(byUpload).mapToLong(v -> catalog.video(v).uploadedEpochSecond()).toArray();
  }

  /** Ordinals of what was uploaded in {@code [now − window, now]}, oldest first. */
  int[] at(long now) {
    return Arrays.copyOfRange(
        byUpload, firstAtOrAfter(now - windowSeconds), firstAtOrAfter(now + 1));
  }

  private int firstAtOrAfter(long epochSecond) {
    int low = 0;
    int high = uploads.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (uploads[middle] < epochSecond) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
