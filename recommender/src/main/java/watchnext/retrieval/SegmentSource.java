package watchnext.retrieval;

import watchnext.math.TopK;
import watchnext.model.popularity.Segments;
import watchnext.task.Asked;

/**
 * What is popular among users of the same language, country, age and device:
 *
 * <pre>score(v) = good watches of v, live · lift(segment, v)</pre>
 *
 * <p>{@link Segments} counts the lift at the cut, and smooths that of a small segment towards the
 * wider one.
 *
 * <p>Without attributes of the user there is no answer: it would be that of {@link PopularSource}.
 * Cost: four passes over the catalogue. <i>Thread-safe while the state stands still.</i>
 */
public final class SegmentSource implements Retriever {

  private final Segments segments;
  private final PopularityWindow window;

  /** Popularity over {@code window}, times the lift of the user's segments. */
  public SegmentSource(Segments segments, PopularityWindow window) {
    this.segments = segments;
    this.window = window;
  }

  @Override
  public String name() {
    return "segment";
  }

  @Override
  public Retrieved retrieve(Asked asked, int k) {
    float[] scores = new float[segments.size()];
    if (asked.user() == Asked.NOBODY
        || segments.lifts(asked.catalog().user(asked.user()), scores) == 0) {
      return Retrieved.NOTHING;
    }
    TopK top = new TopK(k, asked.ties());
    float[] watches = asked.once(window);
    for (int v = 0; v < scores.length; v++) {
      float score = scores[v] * watches[v];
      if (score > 0 && score >= top.threshold() && asked.eligibility().test(v)) {
        top.offer(v, score);
      }
    }
    return Lists.certain(top);
  }
}
