package watchnext.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import watchnext.evaluation.Estimate;
import watchnext.evaluation.SourceReport;
import watchnext.evaluation.SourceRow;
import watchnext.result.Chart;
import watchnext.result.Chart.Point;
import watchnext.result.Chart.Series;
import watchnext.result.Field;
import watchnext.result.Section;
import watchnext.result.Table;

/** What each source of candidates brings, and how alike two of them are. <i>Stateless.</i> */
final class SourceTables {

  private static final String NOTE =
      "Means over requests. Found: share of the relevant videos. Found alone: share that no other"
          + " source found, lost without it. Shared: share of its videos that another brought too."
          + " The union is the ceiling of all later stages.";
  private static final String UNION = "union";

  private SourceTables() {}

  static Section section(SourceReport report) {
    return new Section(
        "Sources of candidates",
        "",
        List.of(sources(report), overlap(report)),
        List.of(chart(report)));
  }

  private static Table sources(SourceReport report) {
    List<SourceRow> rows = new ArrayList<>(report.rows());
    Estimate none = Estimate.of(Double.NaN);
    double millis = rows.stream().mapToDouble(SourceRow::millis).sum();
    rows.add(new SourceRow(UNION, report.ceiling(), none, none, report.candidates(), millis));
    return Table.of(
        "sources",
        "What each source brings",
        NOTE,
        rows,
        Field.text("name", SourceRow::name),
        Field.estimate("found", 4, SourceRow::found),
        Field.estimate("found alone", 4, SourceRow::foundAlone),
        Field.number("shared", 3, row -> row.shared().value()),
        Field.number("videos", 0, SourceRow::candidates),
        Field.<SourceRow>number("time", 3, SourceRow::millis).in("ms"));
  }

  private static Table overlap(SourceReport report) {
    List<Field<Integer>> fields = new ArrayList<>();
    fields.add(Field.text("name", a -> report.rows().get(a).name()));
    for (int b = 0; b < report.rows().size(); b++) {
      int other = b;
      fields.add(Field.number(report.rows().get(b).name(), 3, a -> report.jaccard()[a][other]));
    }
    return Table.of(
        "overlap",
        "Overlap of the sources",
        "Mean Jaccard index of the videos of two sources.",
        IntStream.range(0, report.rows().size()).boxed().toList(),
        fields);
  }

  /** Found at all and found alone, side by side. */
  private static Chart chart(SourceReport report) {
    List<Point> found = new ArrayList<>();
    List<Point> alone = new ArrayList<>();
    for (SourceRow row : report.rows()) {
      found.add(Point.of(row.name(), row.found().value()));
      alone.add(Point.of(row.name(), row.foundAlone().value()));
    }
    found.add(Point.of(UNION, report.ceiling().value()));
    return Chart.bars(
        "Relevant videos found by each source",
        "share of the relevant videos",
        List.of(new Series("found", found), new Series("found by it alone", alone)));
  }
}
