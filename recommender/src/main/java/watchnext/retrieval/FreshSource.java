package watchnext.retrieval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import watchnext.catalog.Catalog;
import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.math.TopK;
import watchnext.task.RankedList;

/**
 * Candidates among the newest uploads, which no count of watches can find yet: those of the last
 * days, in the order of their content vectors' nearness to the user.
 *
 * <p>Cost: uploads of the window × dimension. <i>Immutable.</i>
 */
public final class FreshSource implements Retriever {

  private final UserVectors users;
  private final Matrix videoVectors;
  private final long windowSeconds;
  private final int[] byUpload;
  private final long[] uploads;

  /**
   * A source over uploads of the last {@code windowSeconds}.
   *
   * @param videoVectors unit vectors, row = video ordinal
   */
  public FreshSource(UserVectors users, Matrix videoVectors, Catalog catalog, long windowSeconds) {
    if (windowSeconds < 1) {
      throw new IllegalArgumentException("windowSeconds must be at least 1, was " + windowSeconds);
    }
    this.users = users;
    this.videoVectors = videoVectors;
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

  @Override
  public String name() {
    return "fresh";
  }

  @Override
  public RankedList retrieve(RetrievalRequest request, int k) {
    long now = request.context().epochSecond();
    int from = firstAtOrAfter(now - windowSeconds);
    int to = firstAtOrAfter(now + 1);
    if (from == to) {
      return RankedList.EMPTY;
    }
    float[] user = users.vector(request);
    TopK top = new TopK(k);
    for (int i = from; i < to; i++) {
      int video = byUpload[i];
      float score =
          Kernels.BEST.dot(user, 0, videoVectors.data(), videoVectors.offset(video), user.length);
      if (score >= top.threshold() && request.eligibility().test(video)) {
        top.offer(video, score);
      }
    }
    return Lists.ranked(top);
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
