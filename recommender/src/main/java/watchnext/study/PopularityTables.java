package watchnext.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import watchnext.event.EventLog;
import watchnext.event.Recording;
import watchnext.result.Chart;
import watchnext.result.Chart.Point;
import watchnext.result.Chart.Series;
import watchnext.result.Field;
import watchnext.result.Section;
import watchnext.result.Table;

/** Shares of the first ten places by how popular a video was before the cut. <i>Stateless.</i> */
final class PopularityTables {

  private static final double[] BOUNDS = {0, 0.01, 0.05, 0.2, 0.5, 1};
  private static final List<String> NAMES =
      List.of("top 1 %", "1 to 5 %", "5 to 20 %", "20 to 50 %", "rest");

  private PopularityTables() {}

  /** The shares of one recommender, group by group. */
  private record Shares(String name, double[] ofGroup) {}

  static Section section(Recording recording, long cut, Map<String, Exposure> exposures) {
    int[] order = byPopularity(recording, cut);
    List<Shares> shares = new ArrayList<>();
    exposures.forEach((name, exposure) -> shares.add(new Shares(name, shares(exposure, order))));
    List<Field<Shares>> fields = new ArrayList<>();
    fields.add(Field.text("name", Shares::name));
    for (int group = 0; group < NAMES.size(); group++) {
      int one = group;
      fields.add(Field.number(NAMES.get(group), 4, row -> row.ofGroup()[one]));
    }
    Table table = Table.of("popularity", "", "", shares, fields);
    Chart chart =
        Chart.columns(
            "Share of the first ten places",
            "videos by popularity before the cut",
            "share",
            shares.stream().map(PopularityTables::series).toList());
    return new Section(
        "Popularity bias",
        "Shares of the first ten places: videos grouped by their good watches before the cut.",
        List.of(table),
        List.of(chart));
  }

  private static Series series(Shares shares) {
    return new Series(
        shares.name(),
        IntStream.range(0, NAMES.size())
            .mapToObj(group -> Point.of(NAMES.get(group), shares.ofGroup()[group]))
            .toList());
  }

  private static double[] shares(Exposure exposure, int[] order) {
    double[] shares = new double[NAMES.size()];
    for (int group = 0; group < shares.length; group++) {
      int from = (int) Math.round(BOUNDS[group] * order.length);
      int to = (int) Math.round(BOUNDS[group + 1] * order.length);
      shares[group] = exposure.share(IntStream.range(from, to).map(i -> order[i]).toArray());
    }
    return shares;
  }

  private static int[] byPopularity(Recording recording, long cut) {
    EventLog log = recording.events();
    int[] watches = new int[recording.catalog().videos().size()];
    for (int i = 0; i < log.indexAt(cut); i++) {
      watches[log.video(i)] += log.isGood(i) ? 1 : 0;
    }
    return IntStream.range(0, watches.length)
        .boxed()
        .sorted(Comparator.comparingInt((Integer video) -> -watches[video]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
