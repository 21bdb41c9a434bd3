package watchnext.pipeline;

import watchnext.event.Recording;
import watchnext.index.IndexConfig;
import watchnext.model.mf.AlsConfig;
import watchnext.model.neighbours.NeighboursConfig;
import watchnext.model.ranker.GbdtConfig;
import watchnext.model.ranker.NeuralConfig;
import watchnext.model.twotower.TwoTowerConfig;
import watchnext.reranking.PageRules;
import watchnext.task.Objective;

/**
 * Every setting of {@link Rebuild}. <i>Immutable.</i>
 *
 * @param twoTower the embedding model
 * @param als matrix factorization; its two weights are chosen anew on validation
 * @param neighbours for each video those watched by the same users
 * @param gbdt the tree ranker
 * @param neural the neural ranker
 * @param index which index over video vectors, and its settings
 * @param quotas how many candidates each source may bring
 * @param objective what the predicted actions are worth
 * @param page rules of the page
 * @param rankerRequests most requests the rankers are trained on; a seeded sample above that
 * @param leastRecall the gate: mean recall@100 of the index against exact search
 * @param seed of everything random
 */
public record RebuildConfig(
    TwoTowerConfig twoTower,
    AlsConfig als,
    NeighboursConfig neighbours,
    GbdtConfig gbdt,
    NeuralConfig neural,
    IndexConfig index,
    Quotas quotas,
    Objective objective,
    PageRules page,
    int rankerRequests,
    double leastRecall,
    long seed) {

  /**
   * Candidates per source.
   *
   * @param twoTower nearest in embedding space
   * @param als best by matrix factorization
   * @param neighbours watched together with the latest watches
   * @param popular most watched, over the window that did best on validation
   * @param trending most watched of the last week, 0 where popularity has a short memory anyway
   * @param segment most watched among people like the user
   * @param creator by the creators watched last
   * @param fresh newest uploads, the nearest first
   * @param cold videos that training never met, the nearest first
   * @param explore newest uploads, drawn at random
   */
  public record Quotas(
      int twoTower,
      int als,
      int neighbours,
      int popular,
      int trending,
      int segment,
      int creator,
      int fresh,
      int cold,
      int explore) {

    /** Checks that none is negative; 0 leaves a source out. */
    public Quotas {
      for (int quota :
          new int[] {
            twoTower, als, neighbours, popular, trending, segment, creator, fresh, cold, explore
          }) {
        if (quota < 0) {
          throw new IllegalArgumentException("a quota must be 0 or more, was " + quota);
        }
      }
    }
  }

  /** The same with other settings of the factorization. */
  RebuildConfig withAls(AlsConfig other) {
    return new RebuildConfig(
        twoTower,
        other,
        neighbours,
        gbdt,
        neural,
        index,
        quotas,
        objective,
        page,
        rankerRequests,
        leastRecall,
        seed);
  }

  /** What the demo uses for data of this rhythm and size. */
  public static RebuildConfig forRecording(Recording recording, long seed) {
    boolean bursts = recording.rhythm() == Recording.Rhythm.BURSTS;
    return new RebuildConfig(
        TwoTowerConfig.defaults(),
        AlsConfig.defaults(),
        // Shrunk more and users nearly alike: best on validation of both demos.
        new NeighboursConfig(500, 20, 0.3, 0.35, 2),
        GbdtConfig.DEFAULT.withSeed(seed).withThreads(2),
        NeuralConfig.DEFAULT.withSeed(seed),
        IndexConfig.DEFAULT.withThreads(2),
        bursts
            ? new Quotas(250, 250, 150, 50, 250, 0, 0, 20, 60, 0)
            : new Quotas(200, 0, 150, 300, 0, 500, 40, 40, 60, 10),
        bursts ? new Objective(0, 1, 0) : Objective.DEFAULT,
        PageRules.DEFAULT,
        6_000,
        0.9,
        seed);
  }
}
