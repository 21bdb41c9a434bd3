package watchnext.assembly;

import watchnext.evaluation.EvaluationProtocol;
import watchnext.evaluation.PeriodSize;
import watchnext.index.IndexConfig;
import watchnext.model.mf.AlsConfig;
import watchnext.model.neighbours.NeighboursConfig;
import watchnext.model.popularity.SegmentsConfig;
import watchnext.model.ranker.GbdtConfig;
import watchnext.model.ranker.NeuralConfig;
import watchnext.model.twotower.TwoTowerConfig;
import watchnext.require.Require;
import watchnext.reranking.PageRules;
import watchnext.settings.SetElsewhere;
import watchnext.settings.Setting;
import watchnext.task.Objective;

/** Every setting of a rebuild and of its evaluation. <i>Immutable.</i> */
public record RebuildConfig(
    @Setting(meaning = "the embedding model") TwoTowerConfig twoTower,
    @Setting(meaning = "matrix factorization") AlsConfig als,
    @Setting(meaning = "for each video those watched by the same users; validation tries others")
        NeighboursConfig neighbours,
    @Setting(meaning = "popularity among users of one kind") SegmentsConfig segments,
    @Setting(meaning = "the simplest ranker that learns") NeuralConfig logistic,
    @Setting(meaning = "the tree ranker") GbdtConfig gbdt,
    @Setting(meaning = "the neural ranker") NeuralConfig neural,
    @Setting(meaning = "the index over video vectors") IndexConfig index,
    @Setting(
            meaning = "candidates that each source may bring at least; validation adds to them",
            range = "[0, inf)")
        Quotas quotas,
    @Setting(
            meaning = "mean number of candidates of a request that quotas are chosen for",
            range = "[1, inf)")
        int candidates,
    @Setting(meaning = "what the predicted actions are worth; one must be above 0")
        Objective objective,
    @Setting(meaning = "rules of the page") PageRules page,
    @Setting(
            meaning = "most requests on which settings of the sources are chosen",
            range = "[1, inf)")
        int choiceRequests,
    @Setting(meaning = "most requests the rankers are trained on", range = "[1, inf)")
        int rankerRequests,
    @Setting(
            meaning = "candidates not watched well that a training request keeps",
            range = "[1, inf)")
        int negatives,
    @Setting(meaning = "most requests on which the page's order is chosen", range = "[1, inf)")
        int validationRequests,
    @Setting(
            meaning = "the gate: least mean recall@100 of the index against exact search",
            range = "[0, 1]")
        double leastRecall,
    @Setting(meaning = "how thin a period may be before it is refused") PeriodSize periods,
    @Setting(meaning = "which requests are evaluated, and which videos are relevant")
        EvaluationProtocol evaluation,
    @SetElsewhere("it is the option --seed") long seed) {

  /** Checks the counts and the gate. */
  public RebuildConfig {
    Require.atLeast("candidates", candidates, 1);
    Require.atLeast("choiceRequests", choiceRequests, 1);
    Require.atLeast("rankerRequests", rankerRequests, 1);
    Require.atLeast("negatives", negatives, 1);
    Require.atLeast("validationRequests", validationRequests, 1);
    Require.within("leastRecall", leastRecall, 0, 1);
  }

  /** The settings of the demo; what differs between data sets is found from the data. */
  public static RebuildConfig defaults(long seed) {
    return new RebuildConfig(
        TwoTowerConfig.defaults(),
        AlsConfig.defaults(),
        NeighboursConfig.defaults(),
        SegmentsConfig.DEFAULT,
        NeuralConfig.logistic(seed),
        GbdtConfig.defaults(seed),
        NeuralConfig.defaults(seed),
        IndexConfig.DEFAULT,
        Quotas.LEAST,
        660,
        Objective.DEFAULT,
        PageRules.DEFAULT,
        1_000,
        6_000,
        100,
        1_000,
        0.9,
        PeriodSize.DEFAULT,
        EvaluationProtocol.defaults(seed),
        seed);
  }
}
