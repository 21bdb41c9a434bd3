package watchnext.retrieval;

import watchnext.math.TopK;
import watchnext.model.popularity.Segments;
import watchnext.task.Asked;

/**
 * What is popular among people like the user: the live count of good watches, times how much more
 * than everybody the user's language, country, age and device watch the video ({@link Segments},
 * which backs off to the wider segment, and at last to everybody, where a narrow one says little).
 *
 * <p>A user of whom nothing is known, and data that say nothing of users, get no answer: it would
 * be that of {@link PopularSource}. Cost: four passes over the catalogue. <i>Thread-safe while the
 * state stands still.</i>
 */
public final class SegmentSource implements Retriever {

  private final Segments segments;
  private final PopularityWindow window;

  /** Popularity over {@code window}, tilted to the user's segments. */
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
