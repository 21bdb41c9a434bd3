package watchnext.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import watchnext.app.Report.Chart;
import watchnext.app.Report.Point;
import watchnext.app.Report.Section;
import watchnext.app.Report.Series;
import watchnext.app.Report.Table;
import watchnext.simulation.Measure;
import watchnext.simulation.Metric;
import watchnext.simulation.PolicyKind;
import watchnext.simulation.Run;
import watchnext.simulation.SeedResult;
import watchnext.simulation.SimulationResult;

/** What came of a simulation, arranged for people to look at. <i>Immutable.</i> */
record SimulateReport(SimulationResult result, SimulateTable table, String typed) {

  private static final double[] BOUNDS = {0, 0.01, 0.05, 0.2, 0.5, 1};
  private static final List<String> GROUPS =
      List.of("top 1 %", "1 to 5 %", "5 to 20 %", "20 to 50 %", "rest");

  Report report() {
    return new Report(
        "WatchNext: policies in a closed loop",
        List.of("watchnext " + typed, "Machine: " + Machine.describe() + ".", table.protocol()),
        List.of(outcome(), days(), exposure()));
  }

  private Section outcome() {
    return new Section(
        "What came of each policy",
        "",
        List.of(
            table("Quality", SimulateTable.qualityHeader(), table.qualityRows()),
            table("Volume", SimulateTable.volumeHeader(), table.volumeRows()),
            table(
                "Neighbours in the expected order",
                List.of("comparison"),
                result.order().stream().map(List::of).toList())),
        List.of(
            bars("Seconds watched per session", Metric.WATCH_SECONDS_PER_SESSION),
            bars("Regret: 0 the oracle, 1 chance", Metric.REGRET),
            bars("Click rate", Metric.CLICK_RATE),
            bars("Return within 24 hours", Metric.RETURN_RATE)));
  }

  private static Table table(String title, List<String> header, List<List<String>> rows) {
    return new Table(title, "", header, rows, List.of(0));
  }

  private Chart bars(String title, Metric metric) {
    List<Point> points = new ArrayList<>();
    for (PolicyKind policy : result.policies()) {
      if (!Double.isNaN(result.estimate(policy, metric).value())) {
        points.add(Point.of(policy.label(), result.estimate(policy, metric)));
      }
    }
    return chart(title, "bars", "", metric.label(), List.of(new Series(metric.label(), points)));
  }

  private static Chart chart(
      String title, String kind, String xLabel, String yLabel, List<Series> series) {
    return new Chart(title, "", kind, xLabel, yLabel, false, false, series);
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
    return chart(title, "lines", "day of the loop", title, series);
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
            chart("Share of the places", "columns", "videos, most shown first", "share", series),
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
