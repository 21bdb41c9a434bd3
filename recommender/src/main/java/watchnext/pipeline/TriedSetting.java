package watchnext.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import watchnext.assembly.Sources;
import watchnext.evaluation.EvaluationReport;
import watchnext.model.mf.AlsConfig;
import watchnext.model.mf.AlsModel;
import watchnext.model.neighbours.ItemNeighbours;
import watchnext.model.neighbours.NeighboursConfig;
import watchnext.retrieval.AlsSource;
import watchnext.retrieval.Retriever;

/**
 * A setting beside the model it makes, and the source over it. <i>Immutable.</i>
 *
 * @param name the row of the trial
 * @param setting what is tried
 * @param model fitted with it
 * @param source over the model
 */
record TriedSetting<S, M>(String name, S setting, M model, Retriever source) {

  static TriedSetting<AlsConfig, AlsModel> of(AlsConfig als, AlsModel model) {
    String name =
        String.format(
            Locale.ROOT,
            "ALS of unobserved weight %.3g and regularization %.3g",
            als.unobservedWeight(),
            als.regularization());
    return new TriedSetting<>(name, als, model, new AlsSource(model));
  }

  static TriedSetting<NeighboursConfig, ItemNeighbours> of(
      NeighboursConfig neighbours, ItemNeighbours model) {
    return new TriedSetting<>(neighbours.summary(), neighbours, model, Sources.neighbours(model));
  }

  /**
   * The setting of the largest recall@100, the first of equals; each is told to {@code progress}.
   */
  static <S, M> TriedSetting<S, M> best(
      EvaluationReport report, List<TriedSetting<S, M>> all, Consumer<String> progress) {
    TriedSetting<S, M> best = all.get(0);
    for (TriedSetting<S, M> each : all) {
      double recall = SourceTrial.recall(report, each.name());
      progress.accept(
          String.format(Locale.ROOT, "%s %.4f by %s", SourceTrial.RECALL, recall, each.name()));
      best = recall > SourceTrial.recall(report, best.name()) ? each : best;
    }
    return best;
  }
}
