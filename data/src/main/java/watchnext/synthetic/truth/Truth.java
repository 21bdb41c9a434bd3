package watchnext.synthetic.truth;

/**
 * All that is hidden: topics, users, videos, the law of appeal and how far people look down a page.
 * <i>Immutable.</i>
 *
 * @param extent how much of everything there is
 * @param tree the topics
 * @param users what users are like
 * @param videos what videos are like
 * @param appeal the law of taste
 * @param seed the seed of all of it
 */
public record Truth(
    Extent extent,
    TopicTree tree,
    HiddenUsers users,
    HiddenVideos videos,
    Appeal appeal,
    long seed) {

  private static final double EXAMINATION_FLOOR = 0.45;

  /** Draws a world's hidden side. */
  public static Truth draw(Extent extent, long seed) {
    TopicTree tree = TopicTree.ofRoots(extent.roots());
    HiddenUsers users = HiddenUsers.draw(extent, tree, seed);
    HiddenVideos videos = HiddenVideos.draw(extent, tree, seed);
    return new Truth(extent, tree, users, videos, new Appeal(users, videos, tree, seed), seed);
  }

  /**
   * Probability that a user looks at a place of a page: the first places surely, those below the
   * fold (from the fifth on) less.
   */
  public static double examination(int position) {
    return position < 4 ? 1 - 0.03 * position : floored(position);
  }

  private static double floored(int position) {
    return Math.max(EXAMINATION_FLOOR, 0.86 - 0.05 * (position - 4));
  }
}
