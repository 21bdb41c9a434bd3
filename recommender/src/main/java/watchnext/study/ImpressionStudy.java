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
import watchnext.task.Asked;

/**
 * Both rankers on what the logging policy showed in the test period: do they tell a long watch from
 * the other videos of its page, and are the network's probabilities honest? <i>Confined: one
 * run.</i>
 */
public final class ImpressionStudy {

  /** Names of the columns of {@link #lines}. */
  public static final List<String> HEADER =
      List.of("model", "label", "rows", "positive", "AUC", "GAUC", "nDCG@10", "log loss", "ECE");

  /** What the table shows. */
  public static final String TITLE =
      "The rankers on what was shown in the test period (users are the groups of GAUC and nDCG;"
          + " the network learnt from candidates too, which are watched more rarely than what was"
          + " shown):";

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

  /** One line for the trees, one for each action of the network. */
  public List<List<String>> lines() {
    int[] users = Arrays.copyOf(groups, rows);
    List<List<String>> lines = new ArrayList<>();
    boolean[] watched = Arrays.copyOf(labels(Action.LONG_WATCH), rows);
    RankingReport trees = RankingReport.of(users, watched, Arrays.copyOf(treeScores, rows));
    if (models.rankers().gbdt().isPresent()) {
      lines.add(line("gbdt", "long watch", trees, "-", "-"));
    }
    if (models.rankers().neural().isEmpty()) {
      return lines;
    }
    for (Action action : Action.values()) {
      float[] predicted = new float[rows];
      for (int i = 0; i < rows; i++) {
        predicted[i] = probabilities[i * Action.COUNT + action.column()];
      }
      LabelReport report = LabelReport.of(users, Arrays.copyOf(labels(action), rows), predicted);
      lines.add(
          line(
              "neural",
              action.name().toLowerCase(Locale.ROOT).replace('_', ' '),
              report.ranking(),
              figure(report.logLoss()),
              figure(report.calibrationError())));
    }
    return lines;
  }

  private static List<String> line(
      String model, String label, RankingReport report, String logLoss, String error) {
    return List.of(
        model,
        label,
        Integer.toString(report.rows()),
        figure(report.positiveShare()),
        figure(report.auc()),
        figure(report.gauc()),
        figure(report.ndcg10()),
        logLoss,
        error);
  }

  /** Four digits, or a dash: a log without likes has no pair of a liked video and another. */
  private static String figure(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
  }
}
