package watchnext.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import watchnext.dataset.TemporalSplit;
import watchnext.evaluation.Contender;
import watchnext.evaluation.EvaluationProtocol;
import watchnext.evaluation.EvaluationReport;
import watchnext.evaluation.EvaluationSet;
import watchnext.evaluation.EvaluationSettings;
import watchnext.evaluation.Evaluator;
import watchnext.evaluation.ListMetric;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.feature.Replay;
import watchnext.retrieval.PopularSource;
import watchnext.retrieval.PopularityWindow;

/**
 * How far back popularity should look is a setting like any other: chosen by recall@100 on the
 * validation period, so that the baseline is as good as it can honestly be. Where users come in
 * bursts over years, a half-life of days means whoever came last: there it is the count of all
 * time. <i>Stateless.</i>
 */
final class PopularityChoice {

  private static final int REQUESTS = 500;
  private static final EvaluationSettings SETTINGS =
      new EvaluationSettings(List.of(ListMetric.RECALL.at(100)), List.of(), 10, 1, 1, 0);

  private PopularityChoice() {}

  static PopularityWindow on(Recording recording, TemporalSplit split, Consumer<String> progress) {
    if (recording.rhythm() == Recording.Rhythm.BURSTS) {
      return PopularityWindow.EVER;
    }
    Replay replay = new Replay(recording.events(), new FeatureState(recording.catalog()));
    EvaluationSet requests =
        EvaluationProtocol.DEFAULT
            .withAtMost(REQUESTS, 1)
            .select(recording, split.validationFrom(), split.testFrom());
    List<Contender> windows = new ArrayList<>();
    for (PopularityWindow window : PopularityWindow.values()) {
      PopularSource source = new PopularSource(window);
      windows.add(
          new Contender(window.name(), (asked, k) -> source.retrieve(asked, k).list(), 100));
    }
    EvaluationReport report =
        new Evaluator(requests, SETTINGS).evaluate(windows, replay::advanceTo);
    PopularityWindow best = PopularityWindow.EVER;
    for (PopularityWindow window : PopularityWindow.values()) {
      if (recall(report, window) > recall(report, best)) {
        best = window;
      }
    }
    progress.accept("popularity: half-life " + best + " did best on validation");
    return best;
  }

  private static double recall(EvaluationReport report, PopularityWindow window) {
    return report.row(window.name()).metric("recall@100").value();
  }
}
