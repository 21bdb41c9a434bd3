package watchnext.retrieval;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import watchnext.catalog.Catalog;
import watchnext.feature.History;
import watchnext.math.TopK;
import watchnext.task.RankedList;

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
  private static final int NOBODY = -1;

  private final int watches;
  private final PopularityWindow window;
  private final int[] creatorOf;
  private final int[][] videosOf;

  /**
   * A source over the creators of {@code catalog}.
   *
   * @param watches how many of the latest good watches count, at least 1
   * @param window how far back good watches of the candidates are counted
   */
  public CreatorSource(Catalog catalog, int watches, PopularityWindow window) {
    if (watches < 1) {
      throw new IllegalArgumentException("watches must be at least 1, was " + watches);
    }
    this.watches = watches;
    this.window = window;
    this.creatorOf = creators(catalog);
    this.videosOf = grouped(creatorOf);
  }

  /** Whether any video of {@code catalog} names its creator. */
  public static boolean knows(Catalog catalog) {
    return catalog.videos().stream().anyMatch(video -> !video.creatorId().isEmpty());
  }

  private static int[] creators(Catalog catalog) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] creators = new int[catalog.videos().size()];
    for (int v = 0; v < creators.length; v++) {
      String id = catalog.video(v).creatorId();
      creators[v] = id.isEmpty() ? NOBODY : numbers.computeIfAbsent(id, any -> numbers.size());
    }
    return creators;
  }

  private static int[][] grouped(int[] creatorOf) {
    int creators = Arrays.stream(creatorOf).max().orElse(NOBODY) + 1;
    int[] counts = new int[creators];
    for (int creator : creatorOf) {
      if (creator != NOBODY) {
        counts[creator]++;
      }
    }
    int[][] videos = new int[creators][];
    Arrays.setAll(videos, c -> new int[counts[c]]);
    for (int v = creatorOf.length - 1; v >= 0; v--) {
      if (creatorOf[v] != NOBODY) {
        videos[creatorOf[v]][--counts[creatorOf[v]]] = v;
      }
    }
    return videos;
  }

  @Override
  public String name() {
    return "creator";
  }

  @Override
  public RankedList retrieve(RetrievalRequest request, int k) {
    TopK top = new TopK(k);
    float[] counts = request.counts().of(window);
    for (Map.Entry<Integer, Double> creator : fondness(request.history()).entrySet()) {
      for (int video : videosOf[creator.getKey()]) {
        float score = (float) (creator.getValue() * (1 + counts[video]));
        if (score >= top.threshold() && request.eligibility().test(video)) {
          top.offer(video, score);
        }
      }
    }
    return Lists.ranked(top);
  }

  /** How much the latest watches speak for each creator, in the order of the watches. */
  private Map<Integer, Double> fondness(History history) {
    Map<Integer, Double> fondness = new LinkedHashMap<>();
    double weight = 1;
    for (int video : Lists.latest(history, watches)) {
      if (creatorOf[video] != NOBODY) {
        fondness.merge(creatorOf[video], weight, Double::sum);
      }
      weight *= KEPT;
    }
    return fondness;
  }
}
