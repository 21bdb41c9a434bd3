package watchnext.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import watchnext.calibration.Calibration;
import watchnext.calibration.Deviation;
import watchnext.calibration.Faithfulness;
import watchnext.result.Field;
import watchnext.result.Section;
import watchnext.result.Table;

/**
 * A world beside a real log. A figure that is more than a tenth off carries the letter of its
 * reason, or "!" where none is known. <i>Immutable.</i>
 */
public final class CalibrationTables {

  /** Where the figures of the real log are from. */
  public static final String PROTOCOL =
      "Published figures are aggregates of KuaiRand-27K; users are those who were there when the"
          + " log began and saw at least 20 videos.";

  private static final String UNEXPLAINED = "!";

  /** A letter and its sentence. */
  private record Reason(String letter, String sentence) {}

  private final Calibration calibration;
  private final Map<Deviation, String> letters = new LinkedHashMap<>();

  /** Tables of {@code calibration}. */
  public CalibrationTables(Calibration calibration) {
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

  /** Figures, distances of distributions, and the reasons of what is off. */
  public Section section() {
    return new Section("Figures", summary(), List.of(figures(), checks(), reasons()), List.of());
  }

  private Table figures() {
    return Table.of(
        "figures",
        "Beside a real log",
        "",
        calibration.figures(),
        Field.text("figure", Calibration.Figure::name),
        Field.figure("KuaiRand-27K", Calibration.Figure::real),
        Field.figure("world", Calibration.Figure::world),
        Field.<Calibration.Figure>number(
                "difference", 1, figure -> 100 * figure.relativeDifference())
            .in("%")
            .signed(),
        Field.text("why", figure -> why(figure.isClose(), figure.reason())));
  }

  private Table checks() {
    return Table.of(
        "checks",
        "Faithfulness",
        "",
        calibration.checks(),
        Field.text("check", Faithfulness.Check::name),
        Field.text("statistic", Faithfulness.Check::how),
        Field.number("distance", 4, Faithfulness.Check::distance),
        Field.number("limit", 3, Faithfulness.Check::limit),
        Field.text("holds", check -> check.holds() ? "yes" : "no"),
        Field.text("why", check -> why(check.holds(), check.reason())));
  }

  private String why(boolean close, Deviation reason) {
    return close ? "" : letters.getOrDefault(reason, UNEXPLAINED);
  }

  /** The sentences behind the letters. */
  private Table reasons() {
    List<Reason> reasons = new ArrayList<>();
    letters.forEach((reason, letter) -> reasons.add(new Reason(letter, reason.sentence())));
    boolean unexplained =
        calibration.figures().stream().anyMatch(f -> !f.isClose() && f.reason() == Deviation.NONE)
            || calibration.checks().stream()
                .anyMatch(check -> !check.holds() && check.reason() == Deviation.NONE);
    if (unexplained) {
      reasons.add(
          new Reason(UNEXPLAINED, "more than a tenth off or above the limit, no reason known."));
    }
    return Table.of(
        "reasons",
        "Why",
        "",
        reasons,
        Field.text("why", Reason::letter),
        Field.text("reason", Reason::sentence));
  }

  /** How many figures are within a tenth, and how many checks hold. */
  private String summary() {
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
}
