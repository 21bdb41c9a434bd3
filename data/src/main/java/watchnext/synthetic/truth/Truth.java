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
 * @param fraud who is no honest user
 * @param script what changes, and when
 * @param seed the seed of all of it
 */
public record Truth(
    Extent extent,
    TopicTree tree,
    HiddenUsers users,
    HiddenVideos videos,
    Appeal appeal,
    Fraud fraud,
    Script script,
    long seed) {

  private static final double EXAMINATION_FLOOR = 0.45;

  /**
   * Draws a world's hidden side.
   *
   * @param fraudShare share of the accounts that are fraudulent
   * @throws IllegalArgumentException when the script names a day, leaf or root that is not there
   */
  public static Truth draw(Extent extent, double fraudShare, Script script, long seed) {
    TopicTree tree = TopicTree.ofRoots(extent.roots());
    script.requireFits(extent, tree);
    HiddenUsers users = HiddenUsers.draw(extent, tree, seed);
    HiddenVideos videos = HiddenVideos.draw(extent, tree, seed);
    Appeal appeal = new Appeal(users, videos, tree, seed);
    Fraud fraud = Fraud.draw(extent.users(), fraudShare, seed);
    return new Truth(extent, tree, users, videos, appeal, fraud, script, seed);
  }

  /** Days since the start of the log at an instant. */
  public double day(long epochSecond) {
    return (double) (epochSecond - extent.startEpochSecond()) / Extent.DAY;
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
