package watchnext.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchnext.model.ranker.MultiTaskNetwork;
import watchnext.model.ranker.TreeEnsemble;
import watchnext.ranking.BlendRanker;
import watchnext.ranking.GbdtRanker;
import watchnext.ranking.NeuralRanker;
import watchnext.ranking.NoRanker;
import watchnext.ranking.Ranker;
import watchnext.task.Objective;

/**
 * The trained models of stage 2. A log without a single good watch among the candidates teaches
 * none. <i>Immutable.</i>
 *
 * @param logistic one weight a feature, the simplest that learns
 * @param gbdt gradient-boosted trees
 * @param neural the multi-task network
 */
public record Rankers(
    Optional<MultiTaskNetwork> logistic,
    Optional<TreeEnsemble> gbdt,
    Optional<MultiTaskNetwork> neural) {

  /** No model at all. */
  public static final Rankers NONE =
      new Rankers(Optional.empty(), Optional.empty(), Optional.empty());

  /** The single models that there are, the simplest first. */
  public List<RankerKind> kinds() {
    List<RankerKind> kinds = new ArrayList<>();
    logistic.ifPresent(model -> kinds.add(RankerKind.LOGISTIC));
    gbdt.ifPresent(model -> kinds.add(RankerKind.GBDT));
    neural.ifPresent(model -> kinds.add(RankerKind.NEURAL));
    return kinds;
  }

  /**
   * The ranker of a kind; those that are not learnt keep the order of stage 1.
   *
   * @param blended the kinds that a blend is made of, at least two
   * @param objective what the predicted actions are worth
   * @throws IllegalArgumentException when that model was not trained
   */
  public Ranker of(RankerKind kind, List<RankerKind> blended, Objective objective) {
    return switch (kind) {
      case SOURCE, UNION -> new NoRanker();
      case LOGISTIC -> new NeuralRanker("logistic", trained(kind, logistic), objective);
      case GBDT -> new GbdtRanker(trained(kind, gbdt));
      case NEURAL -> new NeuralRanker("neural", trained(kind, neural), objective);
      case BLEND ->
          new BlendRanker(blended.stream().map(part -> of(part, List.of(), objective)).toList());
    };
  }

  private static <T> T trained(RankerKind kind, Optional<T> model) {
    return model.orElseThrow(
        () ->
            new IllegalArgumentException(
                "the ranker must be one that was trained, was " + kind.label()));
  }
}
