package watchnext.study;

import java.util.ArrayList;
import java.util.List;
import watchnext.result.Chart;
import watchnext.result.Chart.Point;
import watchnext.result.Chart.Series;
import watchnext.result.Field;
import watchnext.result.Section;
import watchnext.result.Table;

/** What the funnel keeps and turns away, stage by stage. <i>Stateless.</i> */
final class FunnelTables {

  private FunnelTables() {}

  /** Videos that a stage turned away for one reason. */
  private record Removed(String stage, String reason, double videos) {}

  static Section section(TraceSummary traces, int catalogue) {
    List<TraceSummary.Stage> stages = traces.means();
    return new Section(
        "The funnel",
        "Means over the requests of the test period, on one core.",
        List.of(stages(stages), removed(stages)),
        charts(stages, catalogue));
  }

  private static Table stages(List<TraceSummary.Stage> stages) {
    return Table.of(
        "funnel",
        "What each stage kept",
        "",
        stages,
        Field.text("stage", TraceSummary.Stage::name),
        Field.number("videos", 1, TraceSummary.Stage::kept),
        Field.<TraceSummary.Stage>number("time", 3, stage -> stage.micros() / 1e3).in("ms"));
  }

  private static Table removed(List<TraceSummary.Stage> stages) {
    List<Removed> removed = new ArrayList<>();
    for (TraceSummary.Stage stage : stages) {
      stage
          .removed()
          .forEach((reason, videos) -> removed.add(new Removed(stage.name(), reason, videos)));
    }
    return Table.of(
        "removed",
        "What each stage turned away",
        "",
        removed,
        Field.text("stage", Removed::stage),
        Field.text("reason", Removed::reason),
        Field.number("videos", 1, Removed::videos));
  }

  private static List<Chart> charts(List<TraceSummary.Stage> stages, int catalogue) {
    List<Point> kept = new ArrayList<>(List.of(Point.of("catalogue", catalogue)));
    List<Point> micros = new ArrayList<>();
    for (TraceSummary.Stage stage : stages) {
      if (!stage.name().equals("explain")) {
        kept.add(Point.of(stage.name(), stage.kept()));
      }
      micros.add(Point.of(stage.name(), stage.micros()));
    }
    return List.of(
        Chart.columns("Videos after each stage", "", "videos", List.of(new Series("videos", kept)))
            .log(false, true),
        Chart.columns(
            "Time of each stage", "", "microseconds", List.of(new Series("time", micros))));
  }
}
