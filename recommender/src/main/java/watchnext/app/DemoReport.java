package watchnext.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import watchnext.app.Report.Chart;
import watchnext.app.Report.Point;
import watchnext.app.Report.Section;
import watchnext.app.Report.Series;
import watchnext.app.Report.Table;
import watchnext.assembly.Provenance;
import watchnext.event.Recording;
import watchnext.pipeline.Rebuilt;
import watchnext.study.CaseStudy;
import watchnext.study.TraceSummary;

/** Everything the demo found out, arranged for people to look at. <i>Confined: one demo.</i> */
final class DemoReport {

  private static final List<Integer> TEXT_PAGE = List.of(1, 2, 3, 6);

  private final Recording recording;
  private final Rebuilt rebuilt;
  private final Findings findings;
  private final CaseStudy study;
  private final QualitySections quality;
  private final List<ShownPage> pages;
  private final Terminal terminal;

  DemoReport(
      Recording recording,
      Rebuilt rebuilt,
      Findings findings,
      List<List<String>> impressions,
      List<ShownPage> pages,
      Terminal terminal) {
    this.recording = recording;
    this.rebuilt = rebuilt;
    this.findings = findings;
    this.study = findings.study();
    this.quality = new QualitySections(findings, impressions);
    this.pages = pages;
    this.terminal = terminal;
  }

  Report report() {
    return new Report(
        "WatchNext: " + recording.name(),
        lines(),
        List.of(
            quality.section(),
            sources(),
            quality.newUsers(),
            funnel(),
            index(),
            popularity(),
            TrainingSection.of(rebuilt),
            people()));
  }

  private List<String> lines() {
    Provenance provenance = rebuilt.models().provenance();
    List<String> lines = new ArrayList<>(GatePrint.sentences(rebuilt.failed()));
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d users, %,d videos, %,d events. Seed %d, snapshot %s, commit %s.",
            recording.catalog().users().size(),
            recording.catalog().videos().size(),
            recording.events().size(),
            provenance.seed(),
            provenance.version(),
            provenance.commit()));
    lines.add("Machine: " + Machine.describe() + ".");
    lines.add(findings.report().protocol());
    return lines;
  }

  private Section sources() {
    return new Section(
        "Sources of candidates",
        "",
        SourcePrint.tables(findings.sources()),
        List.of(SourcePrint.chart(findings.sources())));
  }

  private Section funnel() {
    List<Point> kept = new ArrayList<>();
    kept.add(Point.of("catalogue", recording.catalog().videos().size()));
    List<Point> micros = new ArrayList<>();
    List<List<String>> removed = new ArrayList<>();
    for (TraceSummary.Stage stage : study.traces().means()) {
      if (!stage.name().equals("explain")) {
        kept.add(Point.of(stage.name(), stage.kept()));
      }
      micros.add(Point.of(stage.name(), stage.micros()));
      for (Map.Entry<String, Double> why : stage.removed().entrySet()) {
        removed.add(
            List.of(
                stage.name(), why.getKey(), String.format(Locale.ROOT, "%.1f", why.getValue())));
      }
    }
    return new Section(
        "The funnel",
        "Means over the requests of the test period, on one core.",
        List.of(
            new Table(
                "Turned away per request",
                "",
                List.of("stage", "reason", "videos"),
                removed,
                List.of(0, 1))),
        List.of(
            Chart.columns("Videos after each stage", "videos", true, kept),
            Chart.columns("Time of each stage", "microseconds", false, micros)));
  }

  private Section index() {
    int nearest = IndexCurve.nearest(recording.catalog().videos().size());
    List<Series> series = IndexCurve.measure(recording, rebuilt, terminal);
    return new Section(
        "Recall against latency",
        "Nearest "
            + nearest
            + " videos of the users who were active last before the cut; one core, mean of"
            + " three passes. The exact search is the truth and the price.",
        List.of(),
        List.of(
            new Chart(
                "The index against exact search",
                "Each point is an effort ef.",
                "scatter",
                "microseconds per query",
                "recall@" + nearest,
                true,
                false,
                series)));
  }

  private Section popularity() {
    return new Section(
        "Popularity bias",
        "Whom the first ten places go to: videos grouped by their good watches before the cut.",
        List.of(),
        List.of(PopularityChart.of(recording, rebuilt.split().testFrom(), study.exposures())));
  }

  private Section people() {
    List<Table> tables = new ArrayList<>();
    for (ShownPage page : pages) {
      tables.add(
          new Table(
              page.title(),
              page.history().isEmpty()
                  ? "No good watch yet."
                  : "Watched, latest first: " + String.join(" · ", page.history()),
              ShownPage.HEADER,
              page.rows(),
              TEXT_PAGE));
    }
    return new Section("Three users and their pages", "", tables, List.of());
  }
}
