package watchnext.assembly;

import watchnext.index.IndexConfig;
import watchnext.model.mf.AlsConfig;
import watchnext.model.neighbours.NeighboursConfig;
import watchnext.model.ranker.GbdtConfig;
import watchnext.model.ranker.NeuralConfig;
import watchnext.model.twotower.TwoTowerConfig;
import watchnext.require.Require;
import watchnext.reranking.PageRules;
import watchnext.task.Objective;

/**
 * Every setting of a rebuild. <i>Immutable.</i>
 *
 * @param twoTower the embedding model
 * @param als matrix factorization; its two weights are chosen anew on validation
 * @param neighbours for each video those watched by the same users; chosen anew on validation
 * @param logistic the simplest ranker that learns
 * @param gbdt the tree ranker
 * @param neural the neural ranker
 * @param index which index over video vectors, and its settings
 * @param quotas the least that each source may bring; validation adds to it
 * @param candidates mean number of candidates a request that quotas are chosen for, at least 1
 * @param objective what the predicted actions are worth
 * @param page rules of the page
 * @param choiceRequests most requests on which settings of the sources are chosen, at least 1
 * @param rankerRequests most requests the rankers are trained on, at least 1
 * @param negatives candidates not watched well that a training request keeps, at least 1
 * @param validationRequests most requests on which the page's order is chosen, at least 1
 * @param leastRecall the gate: mean recall@100 of the index against exact search
 * @param seed of everything random
 */
public record RebuildConfig(
    TwoTowerConfig twoTower,
    AlsConfig als,
    NeighboursConfig neighbours,
    NeuralConfig logistic,
    GbdtConfig gbdt,
    NeuralConfig neural,
    IndexConfig index,
    Quotas quotas,
    int candidates,
    Objective objective,
    PageRules page,
    int choiceRequests,
    int rankerRequests,
    int negatives,
    int validationRequests,
    double leastRecall,
    long seed) {

  /** Checks the counts. */
  public RebuildConfig {
    Require.atLeast("candidates", candidates, 1);
    Require.atLeast("choiceRequests", choiceRequests, 1);
    Require.atLeast("rankerRequests", rankerRequests, 1);
    Require.atLeast("negatives", negatives, 1);
    Require.atLeast("validationRequests", validationRequests, 1);
  }

  /** The settings of the demo; what differs between data sets is found from the data. */
  public static RebuildConfig defaults(long seed) {
    return new RebuildConfig(
        TwoTowerConfig.defaults(),
        AlsConfig.defaults(),
        NeighboursConfig.defaults(),
        NeuralConfig.LOGISTIC.withSeed(seed),
        GbdtConfig.DEFAULT.withSeed(seed).withThreads(2),
        NeuralConfig.DEFAULT.withSeed(seed),
        IndexConfig.DEFAULT.withThreads(2),
        Quotas.LEAST,
        660,
        Objective.DEFAULT,
        PageRules.DEFAULT,
        1_000,
        6_000,
        100,
        1_000,
        0.9,
        seed);
  }

  /** The same with the settings of stage 1 that the data decided. */
  public RebuildConfig with(
      AlsConfig otherAls, NeighboursConfig otherNeighbours, Quotas otherQuotas) {
    return new RebuildConfig(
        twoTower,
        otherAls,
        otherNeighbours,
        logistic,
        gbdt,
        neural,
        index,
        otherQuotas,
        candidates,
        objective,
        page,
        choiceRequests,
        rankerRequests,
        negatives,
        validationRequests,
        leastRecall,
        seed);
  }
}
