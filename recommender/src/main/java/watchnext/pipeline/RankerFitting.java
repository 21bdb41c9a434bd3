package watchnext.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import watchnext.assembly.Rankers;
import watchnext.assembly.RebuildConfig;
import watchnext.model.ranker.GbdtReport;
import watchnext.model.ranker.GbdtTrainer;
import watchnext.model.ranker.MultiTaskTrainer;
import watchnext.model.ranker.NeuralReport;
import watchnext.model.ranker.RankerRows;
import watchnext.task.Objective;

/**
 * Trains the models of stage 2, the simplest first. Each is stopped by the nDCG@10 that it reaches
 * on the whole candidate lists of the validation requests: the figure by which the page's order is
 * chosen, and which the evaluation reports. <i>Stateless.</i>
 */
public final class RankerFitting {

  private RankerFitting() {}

  /**
   * The models and how their training went.
   *
   * @param rankers none where no row was watched well
   * @param gbdt report of the trees, empty without them
   * @param neural report of the network, empty without it
   */
  public record Fitted(Rankers rankers, GbdtReport gbdt, NeuralReport neural) {}

  /** Trains on {@code train}, stopped by {@code validation}. */
  public static Fitted fit(
      RankerRows train, RankerRows validation, RebuildConfig config, Consumer<String> progress) {
    progress.accept(
        "rankers: "
            + train.size()
            + " rows of "
            + train.groups()
            + " requests, "
            + train.width()
            + " features; validation "
            + validation.size()
            + " rows");
    if (!train.hasGood()) {
      return new Fitted(
          Rankers.NONE,
          new GbdtReport(List.of(), 0, List.of()),
          new NeuralReport(List.of(), 0, List.of()));
    }
    Optional<RankerRows> judges =
        validation.size() == 0 ? Optional.empty() : Optional.of(validation);
    Objective objective = config.objective();
    double[] values = {objective.click(), objective.longWatch(), objective.like()};
    MultiTaskTrainer.Trained logistic =
        MultiTaskTrainer.train(
            train, judges, values, config.logistic(), line -> progress.accept("logistic: " + line));
    GbdtTrainer.Trained gbdt =
        GbdtTrainer.train(train, judges, config.gbdt(), line -> progress.accept("GBDT: " + line));
    MultiTaskTrainer.Trained neural =
        MultiTaskTrainer.train(
            train, judges, values, config.neural(), line -> progress.accept("neural: " + line));
    return new Fitted(
        new Rankers(
            Optional.of(logistic.model()), Optional.of(gbdt.model()), Optional.of(neural.model())),
        gbdt.report(),
        neural.report());
  }
}
