package watchnext.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import watchnext.calibration.Calibration;
import watchnext.calibration.Deviation;
import watchnext.calibration.Faithfulness;
import watchnext.calibration.Marginals;
import watchnext.evaluation.Estimate;

/**
 * A calibration as lines and rows. A figure that is more than a tenth off carries the letter of its
 * reason, or "!" where none is known. <i>Immutable.</i>
 */
final class WorldDescription {

  static final List<String> FIGURE_HEADER =
      List.of("figure", "KuaiRand-27K", "world", "difference", "why");
  static final List<String> CHECK_HEADER =
      List.of("check", "statistic", "distance", "limit", "holds", "why");
  static final String PROTOCOL =
      "published figures are aggregates of KuaiRand-27K; users are those who were there when the"
          + " log began and saw at least 20 videos";

  /** What the names of the figures of gaps begin with. */
  static final String GAPS = "gaps ";

  private static final String UNEXPLAINED = "!";

  private final Calibration calibration;
  private final Map<Deviation, String> letters = new LinkedHashMap<>();

  WorldDescription(Calibration calibration) {
    this.calibration = calibration;
    calibration.figures().stream()
        .filter(figure -> !figure.isClose())
        .forEach(figure -> letter(figure.reason()));
    calibration.checks().stream()
        .filter(check -> !check.holds())
        .forEach(check -> letter(check.reason()));
  }

  private void letter(Deviation reason) {
    if (reason != Deviation.NONE) {
      letters.computeIfAbsent(reason, none -> Character.toString('a' + letters.size()));
    }
  }

  Marginals marginals() {
    return calibration.marginals();
  }

  /** The figures of gaps alone. */
  List<Calibration.Figure> gaps() {
    return calibration.figures().stream().filter(f -> f.name().startsWith(GAPS)).toList();
  }

  List<List<String>> figures() {
    return calibration.figures().stream()
        .map(
            figure ->
                List.of(
                    figure.name(),
                    number(figure.real()),
                    number(figure.world()),
                    String.format(Locale.ROOT, "%+.1f %%", 100 * figure.relativeDifference()),
                    why(figure.isClose(), figure.reason())))
        .toList();
  }

  List<List<String>> checks() {
    return calibration.checks().stream()
        .map(
            check ->
                List.of(
                    check.name(),
                    check.how(),
                    String.format(Locale.ROOT, "%.4f", check.distance()),
                    String.format(Locale.ROOT, "%.3f", check.limit()),
                    check.holds() ? "yes" : "no",
                    why(check.holds(), check.reason())))
        .toList();
  }

  private String why(boolean close, Deviation reason) {
    return close ? "" : letters.getOrDefault(reason, UNEXPLAINED);
  }

  /** The sentences behind the letters. */
  List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    letters.forEach((reason, letter) -> reasons.add(letter + ": " + reason.sentence()));
    boolean unexplained =
        calibration.figures().stream().anyMatch(f -> !f.isClose() && f.reason() == Deviation.NONE)
            || calibration.checks().stream()
                .anyMatch(check -> !check.holds() && check.reason() == Deviation.NONE);
    if (unexplained) {
      reasons.add(UNEXPLAINED + ": more than a tenth off or above the limit, no reason known.");
    }
    return reasons;
  }

  /** How many figures are within a tenth, and how many checks hold. */
  String summary() {
    long close = calibration.figures().stream().filter(Calibration.Figure::isClose).count();
    long holding = calibration.checks().stream().filter(Faithfulness.Check::holds).count();
    return String.format(
        Locale.ROOT,
        "%d of %d figures are within 10 %%, %d of %d checks hold.",
        close,
        calibration.figures().size(),
        holding,
        calibration.checks().size());
  }

  void print(Terminal terminal) {
    terminal.table(FIGURE_HEADER, figures());
    terminal.print("");
    terminal.table(CHECK_HEADER, checks());
    terminal.print("");
    reasons().forEach(terminal::print);
    terminal.print(summary());
  }

  /** Each figure twice, published and ours, then the checks. */
  List<ResultFile.Row> forFile() {
    List<ResultFile.Row> rows = new ArrayList<>();
    for (Calibration.Figure figure : calibration.figures()) {
      rows.add(
          new ResultFile.Row(
              figure.name(), "published", Map.of("value", Estimate.of(figure.real())), 0));
      rows.add(
          ResultFile.Row.ours(
              figure.name(),
              Map.of(
                  "value", Estimate.of(figure.world()),
                  "relativeDifference", Estimate.of(figure.relativeDifference())),
              0));
    }
    for (Faithfulness.Check check : calibration.checks()) {
      rows.add(
          ResultFile.Row.ours(
              check.name() + ", " + check.how(),
              Map.of(
                  "distance", Estimate.of(check.distance()),
                  "limit", Estimate.of(check.limit())),
              0));
    }
    return rows;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value >= 10_000 ? "%,.0f" : "%.4g", value);
  }
}
