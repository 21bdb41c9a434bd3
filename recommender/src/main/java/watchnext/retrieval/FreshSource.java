package watchnext.retrieval;

import watchnext.catalog.Catalog;
import watchnext.math.Matrix;
import watchnext.math.Rows;
import watchnext.math.TopK;
import watchnext.task.Asked;

/**
 * Candidates among the newest uploads, which no count of watches can find yet: those of the last
 * days, in the order of their content vectors' nearness to the user.
 *
 * <p>Cost: uploads of the window × dimension. <i>Immutable.</i>
 */
public final class FreshSource implements Retriever {

  private final UserVectors users;
  private final Rows videoVectors;
  private final FreshVideos fresh;

  /**
   * A source over uploads of the last {@code windowSeconds}.
   *
   * @param videoVectors unit vectors, row = video ordinal
   */
  public FreshSource(UserVectors users, Matrix videoVectors, Catalog catalog, long windowSeconds) {
    this(users, Rows.of(videoVectors), new FreshVideos(catalog, windowSeconds));
  }

  /**
   * A source over {@code fresh}.
   *
   * @param videoVectors unit vectors, row = video ordinal
   */
  public FreshSource(UserVectors users, Rows videoVectors, FreshVideos fresh) {
    this.users = users;
    this.videoVectors = videoVectors;
    this.fresh = fresh;
  }

  @Override
  public String name() {
    return "fresh";
  }

  @Override
  public Retrieved retrieve(Asked asked, int k) {
    int[] videos = fresh.at(asked.context().epochSecond());
    if (videos.length == 0) {
      return Retrieved.NOTHING;
    }
    float[] user = asked.once(users);
    TopK top = new TopK(k, asked.ties());
    for (int video : videos) {
      float score = videoVectors.dot(user, video);
      if (score >= top.threshold() && asked.eligibility().test(video)) {
        top.offer(video, score);
      }
    }
    return Lists.certain(top);
  }
}
