package watchnext.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import watchnext.evaluation.Estimate;
import watchnext.simulation.Metric;
import watchnext.simulation.PolicyKind;
import watchnext.simulation.SimulationResult;

/**
 * What came of a simulation as text: one line a policy, intervals in brackets. <i>Immutable.</i>
 *
 * @param result what was found
 * @param protocol how, in words
 */
record SimulateTable(SimulationResult result, String protocol) {

  private static final List<Metric> QUALITY =
      List.of(
          Metric.WATCH_SECONDS_PER_SESSION,
          Metric.REGRET,
          Metric.CLICK_RATE,
          Metric.RETURN_RATE,
          Metric.COVERAGE,
          Metric.NEW_VIDEO_SHARE);
  private static final List<Metric> VOLUME =
      List.of(
          Metric.SESSIONS,
          Metric.PAGES_PER_SESSION,
          Metric.CLICKS,
          Metric.WATCH_SECONDS,
          Metric.GOOD_WATCHES_PER_SESSION,
          Metric.LIKES);

  void print(Terminal terminal) {
    terminal.print("");
    EvaluationPrint.wrap(protocol).forEach(terminal::print);
    terminal.print("");
    terminal.table(qualityHeader(), qualityRows());
    terminal.table(volumeHeader(), volumeRows());
    result.order().forEach(terminal::print);
  }

  static List<String> qualityHeader() {
    return header(QUALITY);
  }

  List<List<String>> qualityRows() {
    return rows(QUALITY);
  }

  static List<String> volumeHeader() {
    return header(VOLUME);
  }

  List<List<String>> volumeRows() {
    return rows(VOLUME);
  }

  private static List<String> header(List<Metric> metrics) {
    List<String> header = new ArrayList<>(List.of("name"));
    metrics.forEach(metric -> header.add(metric.label()));
    return header;
  }

  private List<List<String>> rows(List<Metric> metrics) {
    List<List<String>> rows = new ArrayList<>();
    for (PolicyKind policy : result.policies()) {
      List<String> row = new ArrayList<>(List.of(policy.label()));
      for (Metric metric : metrics) {
        row.add(cell(result.estimate(policy, metric)));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Small figures with three places, large ones with fewer. */
  private static String cell(Estimate estimate) {
    if (Double.isNaN(estimate.value())) {
      return "-";
    }
    double size = Math.abs(estimate.value());
    String one = size >= 10_000 ? "%,.0f" : size >= 10 ? "%.1f" : "%.3f";
    return estimate.hasInterval()
        ? String.format(
            Locale.ROOT,
            one + " [" + one + ", " + one + "]",
            estimate.value(),
            estimate.low(),
            estimate.high())
        : String.format(Locale.ROOT, one, estimate.value());
  }

  /** A row a policy, with all its figures. */
  List<ResultFile.Row> forFile() {
    List<ResultFile.Row> rows = new ArrayList<>();
    List<PolicyKind> policies = result.policies();
    for (int i = 0; i < policies.size(); i++) {
      Map<String, Estimate> figures = new LinkedHashMap<>();
      for (Metric metric : Metric.values()) {
        figures.put(metric.label(), result.estimate(policies.get(i), metric));
      }
      if (i > 0) {
        figures.put(
            "watchSecondsAbove/" + policies.get(i - 1).label(),
            result.difference(
                policies.get(i), policies.get(i - 1), Metric.WATCH_SECONDS_PER_SESSION));
      }
      rows.add(ResultFile.Row.ours(policies.get(i).label(), figures, 0));
    }
    return rows;
  }
}
