package watchnext.retrieval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import watchnext.catalog.Catalog;
import watchnext.require.Require;

/**
 * The uploads of the last days, by a window that moves with the request. Videos added since are
 * kept apart, in an order of their own, so that adding one moves only these. Cost: four binary
 * searches, and a merge of what the window holds. <i>Immutable.</i>
 */
public final class FreshVideos {

  /** Videos in the order of their upload, those of one second by ordinal. */
  private record Order(int[] videos, long[] uploads) {

    static final Order NOTHING = new Order(new int[0], new long[0]);

    static Order of(Catalog catalog) {
      int[] videos =
          IntStream.range(0, catalog.videos().size())
              .boxed()
              .sorted(Comparator.comparingLong(v -> catalog.video(v).uploadedEpochSecond()))
              .mapToInt(Integer::intValue)
              .toArray();
      return new Order(
          videos,
          Arrays.stream(videos).mapToLong(v -> catalog.video(v).uploadedEpochSecond()).toArray());
    }

    /** This order and a video of a larger ordinal. */
    Order with(int video, long upload) {
      int place = firstAfter(upload);
      int[] moreVideos = Arrays.copyOf(videos, videos.length + 1);
      long[] moreUploads = Arrays.copyOf(uploads, uploads.length + 1);
      System.arraycopy(videos, place, moreVideos, place + 1, videos.length - place);
      System.arraycopy(uploads, place, moreUploads, place + 1, uploads.length - place);
      moreVideos[place] = video;
      moreUploads[place] = upload;
      return new Order(moreVideos, moreUploads);
    }

    int firstAfter(long epochSecond) {
      int low = 0;
      int high = uploads.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (uploads[middle] <= epochSecond) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }

  private final long windowSeconds;
  private final Order first;
  private final Order added;

  private FreshVideos(long windowSeconds, Order first, Order added) {
    this.windowSeconds = windowSeconds;
    this.first = first;
    this.added = added;
  }

  /** The videos of {@code catalog} while they are no older than {@code windowSeconds}. */
  public FreshVideos(Catalog catalog, long windowSeconds) {
    this(windowSeconds, Order.of(catalog), Order.NOTHING);
    Require.atLeast("windowSeconds", windowSeconds, 1);
  }

  /** These and the next video, uploaded at {@code epochSecond}. */
  public FreshVideos with(int video, long epochSecond) {
    return new FreshVideos(windowSeconds, first, added.with(video, epochSecond));
  }

  /** Ordinals of what was uploaded in {@code [now − window, now]}, oldest first. */
  int[] at(long now) {
    int i = first.firstAfter(now - windowSeconds - 1);
    int j = added.firstAfter(now - windowSeconds - 1);
    int firstEnd = first.firstAfter(now);
    int addedEnd = added.firstAfter(now);
    int[] fresh = new int[firstEnd - i + addedEnd - j];
    for (int place = 0; place < fresh.length; place++) {
      boolean isFirst = j == addedEnd || (i < firstEnd && first.uploads[i] <= added.uploads[j]);
      fresh[place] = isFirst ? first.videos[i++] : added.videos[j++];
    }
    return fresh;
  }
}
