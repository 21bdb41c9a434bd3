package watchnext.retrieval;

import java.util.LinkedHashMap;
import java.util.Map;
import watchnext.catalog.Catalog;
import watchnext.feature.History;
import watchnext.math.TopK;
import watchnext.require.Require;
import watchnext.task.Asked;

/**
 * Candidates of the same creators: what else the people made whose videos the user watched last.
 *
 * <pre>
 *   score(v) = (1 + good watches of v lately) · Σ over the latest watches h by v's creator of 0.9^age(h)
 * </pre>
 *
 * <p>age(h) is 0 for the latest watch, 1 for the one before. The 1 lets an upload of this minute
 * take part. Videos without a creator are left out. Cost: the videos of at most {@code watches}
 * creators. <i>Immutable.</i>
 */
public final class CreatorSource implements Retriever {

  private static final double KEPT = 0.9;

  private final int watches;
  private final PopularityWindow window;
  private final CreatorVideos creators;

  /**
   * A source over the creators of {@code catalog}.
   *
   * @param watches how many of the latest good watches count, at least 1
   * @param window how far back good watches of the candidates are counted
   */
  public CreatorSource(Catalog catalog, int watches, PopularityWindow window) {
    this(CreatorVideos.of(catalog), watches, window);
  }

  /** The same over the videos of {@code creators}. */
  public CreatorSource(CreatorVideos creators, int watches, PopularityWindow window) {
    Require.atLeast("watches", watches, 1);
    this.watches = watches;
    this.window = window;
    this.creators = creators;
  }

  @Override
  public String name() {
    return "creator";
  }

  @Override
  public Retrieved retrieve(Asked asked, int k) {
    TopK top = new TopK(k, asked.ties());
    float[] counts = asked.once(window);
    for (Map.Entry<String, Double> creator : fondness(asked.history()).entrySet()) {
      for (int video : creators.of(creator.getKey())) {
        float score = (float) (creator.getValue() * (1 + counts[video]));
        if (score >= top.threshold() && asked.eligibility().test(video)) {
          top.offer(video, score);
        }
      }
    }
    return Lists.certain(top);
  }

  /** How much the latest watches speak for each creator, in the order of the watches. */
  private Map<String, Double> fondness(History history) {
    Map<String, Double> fondness = new LinkedHashMap<>();
    double weight = 1;
    for (int video : Lists.latest(history, watches)) {
      String creator = creators.creator(video);
      if (!creator.isEmpty()) {
        fondness.merge(creator, weight, Double::sum);
      }
      weight *= KEPT;
    }
    return fondness;
  }
}
