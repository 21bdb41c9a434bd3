package watchnext.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import watchnext.result.Cell;
import watchnext.result.Chart;
import watchnext.result.Chart.Point;
import watchnext.result.Chart.Series;
import watchnext.result.Column;
import watchnext.result.Field;
import watchnext.result.Section;
import watchnext.result.Table;

/** What came of a simulation as tables and charts. <i>Immutable.</i> */
public final class SimulationTables {

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
          Metric.LIKES_PER_SESSION,
          Metric.LIKES);

  private static final double[] BOUNDS = {0, 0.01, 0.05, 0.2, 0.5, 1};
  private static final List<String> GROUPS =
      List.of("top 1 %", "1 to 5 %", "5 to 20 %", "20 to 50 %", "rest");

  private final SimulationResult result;

  /** Tables of {@code result}. */
  public SimulationTables(SimulationResult result) {
    this.result = result;
  }

  /** Outcome, the loop day by day, and exposure. */
  public List<Section> sections() {
    return List.of(outcome(), days(), exposure());
  }

  private Section outcome() {
    return new Section(
        "What came of each policy",
        "",
        List.of(
            policies("policies", "Quality", QUALITY),
            policies("volume", "Volume", VOLUME),
            steps()),
        List.of(
            bars("Seconds watched per session", Metric.WATCH_SECONDS_PER_SESSION),
            bars("Regret: 0 the oracle, 1 chance", Metric.REGRET),
            bars("Click rate", Metric.CLICK_RATE),
            bars("Return within 24 hours", Metric.RETURN_RATE)));
  }

  private Table policies(String key, String title, List<Metric> metrics) {
    List<Field<PolicyKind>> fields = new ArrayList<>();
    fields.add(Field.text("name", PolicyKind::label));
    for (Metric metric : metrics) {
      fields.add(
          new Field<>(
              Column.figure(metric.label()), policy -> Cell.of(result.estimate(policy, metric))));
    }
    return Table.of(key, title, "", result.policies(), fields);
  }

  private Table steps() {
    return Table.of(
        "steps",
        "Neighbours in the expected order",
        result.order(),
        result.steps(),
        Field.text("name", step -> step.above().label()),
        Field.text("against", step -> step.below().label()),
        Field.estimate("watchSecondsPerSession", 1, SimulationResult.Step::gain).signed(),
        Field.text("verdict", SimulationResult.Step::verdict));
  }

  private Chart bars(String title, Metric metric) {
    List<Point> points = new ArrayList<>();
    for (PolicyKind policy : result.policies()) {
      if (!Double.isNaN(result.estimate(policy, metric).value())) {
        points.add(Point.of(policy.label(), result.estimate(policy, metric)));
      }
    }
    return Chart.bars(title, metric.label(), List.of(new Series(metric.label(), points)));
  }

  private Section days() {
    return new Section(
        "Day by day",
        "Means over the worlds. Pages and watches count on the day of the page, sessions on their"
            + " first day.",
        List.of(),
        List.of(
            byDay("Seconds watched per session", Measure.WATCH_SECONDS, Measure.SESSIONS),
            byDay("Click rate", Measure.CLICKS, Measure.IMPRESSIONS),
            byDay("Share of new videos", Measure.NEW_IMPRESSIONS, Measure.IMPRESSIONS)));
  }

  private Chart byDay(String title, Measure above, Measure below) {
    List<Series> series = new ArrayList<>();
    for (PolicyKind policy : result.policies()) {
      List<Point> points = new ArrayList<>();
      for (int day = 0; day < result.seeds().get(0).run(policy).days(); day++) {
        points.add(Point.of(day + 1, ofDay(policy, day, above) / ofDay(policy, day, below)));
      }
      series.add(new Series(policy.label(), points));
    }
    return Chart.lines(title, "day of the loop", title, series);
  }

  private double ofDay(PolicyKind policy, int day, Measure measure) {
    double sum = 0;
    for (SeedResult seed : result.seeds()) {
      sum += seed.run(policy).ofDay(measure, day);
    }
    return sum;
  }

  private Section exposure() {
    List<Series> series = new ArrayList<>();
    for (PolicyKind policy : result.policies()) {
      double[] shares = shares(policy);
      List<Point> points = new ArrayList<>();
      for (int group = 0; group < shares.length; group++) {
        points.add(Point.of(GROUPS.get(group), shares[group]));
      }
      series.add(new Series(policy.label(), points));
    }
    return new Section(
        "Exposure",
        "Whom the places go to: videos grouped by how often the policy itself showed them. An even"
            + " policy gives 1 % of the videos 1 % of the places.",
        List.of(),
        List.of(
            Chart.columns("Share of the places", "videos, most shown first", "share", series),
            bars("Share of the catalogue shown", Metric.COVERAGE),
            bars("Share of places for new videos", Metric.NEW_VIDEO_SHARE)));
  }

  /** Shares of the impressions of the groups, mean over worlds. */
  private double[] shares(PolicyKind policy) {
    double[] shares = new double[GROUPS.size()];
    for (SeedResult seed : result.seeds()) {
      Run run = seed.run(policy);
      int[] shows =
          IntStream.range(0, run.videos())
              .mapToObj(run::shows)
              .sorted(Comparator.reverseOrder())
              .mapToInt(Integer::intValue)
              .toArray();
      double all = Arrays.stream(shows).sum();
      for (int group = 0; group < shares.length; group++) {
        int from = (int) Math.round(BOUNDS[group] * shows.length);
        int to = (int) Math.round(BOUNDS[group + 1] * shows.length);
        double sum = Arrays.stream(shows, from, to).sum();
        shares[group] += sum / all / result.seeds().size();
      }
    }
    return shares;
  }
}
