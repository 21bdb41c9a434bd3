package watchnext.retrieval;

import watchnext.math.TopK;
import watchnext.task.Asked;

/**
 * The baseline every other source must beat: what most users watch well, the same for everybody but
 * for what they have seen. Counts go on event by event, so it knows what is popular now.
 *
 * <p>Cost: one pass over the catalogue. <i>Thread-safe while the state stands still.</i>
 */
public final class PopularSource implements Retriever {

  private final String name;
  private final PopularityWindow window;

  /** Popularity over {@code window}, called "popular". */
  public PopularSource(PopularityWindow window) {
    this("popular", window);
  }

  /** Popularity over {@code window}, under a name of its own. */
  public PopularSource(String name, PopularityWindow window) {
    this.name = name;
    this.window = window;
  }

  /** The memory of the count. */
  public PopularityWindow window() {
    return window;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Retrieved retrieve(Asked asked, int k) {
    float[] watches = asked.once(window);
    TopK top = new TopK(k, asked.ties());
    for (int v = 0; v < watches.length; v++) {
      float score = watches[v];
      if (score >= top.threshold() && asked.eligibility().test(v)) {
        top.offer(v, score);
      }
    }
    return Lists.certain(top);
  }
}
