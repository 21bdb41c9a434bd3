package watchnext.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import watchnext.assembly.Assembly;
import watchnext.assembly.Models;
import watchnext.dataset.LabelledRequest;
import watchnext.dataset.LabelledRequests;
import watchnext.evaluation.LabelReport;
import watchnext.evaluation.RankingReport;
import watchnext.event.EventLog;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.feature.Replay;
import watchnext.math.Matrix;
import watchnext.model.ranker.Action;
import watchnext.ranking.RowEncoder;
import watchnext.result.Field;
import watchnext.result.Section;
import watchnext.result.Table;
import watchnext.task.Asked;

/**
 * Both rankers on what the logging policy showed in the test period: do they tell a long watch from
 * the other videos of its page, and are the network's probabilities honest? <i>Confined: one
 * run.</i>
 */
public final class ImpressionStudy {

  private static final String NOTE =
      "What was shown in the test period. Users are the groups of GAUC and nDCG. The network learnt"
          + " from candidates too, which are watched more rarely than what was shown.";

  private static final int MOST_PAGES = 3_000;

  private final Models models;
  private int rows;
  private int[] groups = new int[1024];
  private final Map<Action, boolean[]> labels = new LinkedHashMap<>();
  private float[] treeScores = new float[1024];
  private float[] probabilities = new float[1024 * Action.COUNT];

  /** Scores the impressions of the test period with the rankers of {@code models}. */
  public ImpressionStudy(Recording recording, Models models) {
    this.models = models;
    for (Action action : Action.values()) {
      labels.put(action, new boolean[1024]);
    }
    EventLog log = recording.events();
    long end = log.epochSecond(log.size() - 1) + 1;
    List<LabelledRequest> pages =
        LabelledRequests.sample(
            LabelledRequests.fromImpressions(recording, models.provenance().trainedBefore(), end),
            MOST_PAGES,
            new SplittableRandom(models.provenance().seed()));
    Replay replay = new Replay(log, new FeatureState(recording.catalog()));
    RowEncoder encoder = Assembly.rowEncoder(models);
    for (LabelledRequest page : pages) {
      FeatureState state = replay.advanceTo(page.context().epochSecond());
      add(
          page,
          encoder.encode(Asked.of(page.user(), page.context(), state), page.videos(), page.size()));
    }
  }

  private void add(LabelledRequest page, Matrix features) {
    int count = page.size();
    grow(rows + count);
    float[] scores = new float[count];
    models.rankers().gbdt().ifPresent(trees -> trees.score(features, count, scores));
    float[] predicted = new float[count * Action.COUNT];
    models.rankers().neural().ifPresent(net -> net.predict(features, count, predicted));
    System.arraycopy(scores, 0, treeScores, rows, count);
    System.arraycopy(predicted, 0, probabilities, rows * Action.COUNT, predicted.length);
    for (int i = 0; i < count; i++) {
      groups[rows + i] = page.user();
      labels(Action.CLICK)[rows + i] = page.clicked()[i] == 1;
      labels(Action.LONG_WATCH)[rows + i] = page.watchedLong()[i] == 1;
      labels(Action.LIKE)[rows + i] = page.liked()[i] == 1;
    }
    rows += count;
  }

  private boolean[] labels(Action action) {
    return labels.getOrDefault(action, new boolean[0]);
  }

  private void grow(int wanted) {
    if (wanted > groups.length) {
      int capacity = Math.max(wanted, groups.length * 2);
      groups = Arrays.copyOf(groups, capacity);
      treeScores = Arrays.copyOf(treeScores, capacity);
      probabilities = Arrays.copyOf(probabilities, capacity * Action.COUNT);
      labels.replaceAll((action, values) -> Arrays.copyOf(values, capacity));
    }
  }

  /** Whether there is anything to judge. */
  public boolean isEmpty() {
    return rows == 0;
  }

  /** A judgement of one model on one label; NaN where the model gives no probability. */
  private record Judged(
      String model, String label, RankingReport report, double logLoss, double error) {}

  /** One row for the trees, one for each action of the network. */
  public Section section() {
    Table table =
        Table.of(
            "impressions",
            "",
            NOTE,
            judged(),
            Field.text("model", Judged::model),
            Field.text("label", Judged::label),
            Field.number("rows", 0, row -> row.report().rows()),
            Field.number("positive", 4, row -> row.report().positiveShare()),
            Field.number("AUC", 4, row -> row.report().auc()),
            Field.number("GAUC", 4, row -> row.report().gauc()),
            Field.number("nDCG@10", 4, row -> row.report().ndcg10()),
            Field.number("log loss", 4, Judged::logLoss),
            Field.number("ECE", 4, Judged::error));
    return new Section("The rankers on impressions", "", List.of(table), List.of());
  }

  private List<Judged> judged() {
    int[] users = Arrays.copyOf(groups, rows);
    List<Judged> judged = new ArrayList<>();
    if (models.rankers().gbdt().isPresent()) {
      boolean[] watched = Arrays.copyOf(labels(Action.LONG_WATCH), rows);
      RankingReport trees = RankingReport.of(users, watched, Arrays.copyOf(treeScores, rows));
      judged.add(new Judged("gbdt", "long watch", trees, Double.NaN, Double.NaN));
    }
    if (models.rankers().neural().isPresent()) {
      for (Action action : Action.values()) {
        judged.add(judged(action, users));
      }
    }
    return judged;
  }

  private Judged judged(Action action, int[] users) {
    float[] predicted = new float[rows];
    for (int i = 0; i < rows; i++) {
      predicted[i] = probabilities[i * Action.COUNT + action.column()];
    }
    LabelReport report = LabelReport.of(users, Arrays.copyOf(labels(action), rows), predicted);
    String label = action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return new Judged(
        "neural", label, report.ranking(), report.logLoss(), report.calibrationError());
  }
}
