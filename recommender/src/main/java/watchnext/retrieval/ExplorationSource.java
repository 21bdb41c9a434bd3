package watchnext.retrieval;

import java.util.Arrays;
import java.util.SplittableRandom;
import watchnext.catalog.Catalog;
import watchnext.task.Asked;
import watchnext.task.RankedList;

/**
 * Fresh uploads drawn at random. Without them a log holds only videos that some model preferred.
 * Every eligible upload of the window is equally likely, so the probability of each draw is known,
 *
 * <pre>  propensity = min(1, k / n)      n: eligible uploads of the window</pre>
 *
 * <p>and goes with the candidate to the slate. From there it can enter a log, and an estimate by
 * inverse propensities (Horvitz and Thompson, JASA 1952 [horvitz1952]). It is the probability of
 * being a candidate, not of being shown: the ranker decides that.
 *
 * <p>The draw is one of (seed, user, second of the request): the same request gets the same videos
 * again, a shorter answer is the beginning of a longer one. Cost: uploads of the window.
 * <i>Immutable.</i>
 */
public final class ExplorationSource implements Retriever {

  private static final long USERS = 0x9e3779b97f4a7c15L;

  private final FreshVideos fresh;
  private final long seed;

  /**
   * A source over uploads of the last {@code windowSeconds}.
   *
   * @param seed of all draws
   */
  public ExplorationSource(Catalog catalog, long windowSeconds, long seed) {
    this(new FreshVideos(catalog, windowSeconds), seed);
  }

  /**
   * A source over {@code fresh}.
   *
   * @param seed of all draws
   */
  public ExplorationSource(FreshVideos fresh, long seed) {
    this.fresh = fresh;
    this.seed = seed;
  }

  @Override
  public String name() {
    return "explore";
  }

  @Override
  public Retrieved retrieve(Asked asked, int k) {
    int[] videos = fresh.at(asked.epochSecond());
    videos = Arrays.stream(videos).filter(asked.eligibility()).toArray();
    int drawn = Math.min(k, videos.length);
    if (drawn == 0) {
      return Retrieved.NOTHING;
    }
    SplittableRandom random = new SplittableRandom(draw(asked));
    for (int i = 0; i < drawn; i++) {
      int other = i + random.nextInt(videos.length - i);
      int video = videos[other];
      videos[other] = videos[i];
      videos[i] = video;
    }
    float[] scores = new float[drawn];
    for (int i = 0; i < drawn; i++) {
      scores[i] = -i;
    }
    return new Retrieved(
        new RankedList(Arrays.copyOf(videos, drawn), scores), (double) drawn / videos.length);
  }

  /** One number of the three; SplittableRandom mixes it. */
  private long draw(Asked asked) {
    return (seed * USERS + asked.user()) * USERS + asked.epochSecond();
  }
}
