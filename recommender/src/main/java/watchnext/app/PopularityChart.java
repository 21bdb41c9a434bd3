package watchnext.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import watchnext.app.Report.Chart;
import watchnext.app.Report.Point;
import watchnext.app.Report.Series;
import watchnext.event.EventLog;
import watchnext.event.Recording;
import watchnext.study.Exposure;

/** Shares of the first ten places by how popular a video was before the cut. <i>Stateless.</i> */
final class PopularityChart {

  private static final double[] BOUNDS = {0, 0.01, 0.05, 0.2, 0.5, 1};
  private static final List<String> NAMES =
      List.of("top 1 %", "1 to 5 %", "5 to 20 %", "20 to 50 %", "rest");

  private PopularityChart() {}

  static Chart of(Recording recording, long cut, Map<String, Exposure> exposures) {
    int[] order = byPopularity(recording, cut);
    List<Series> series = new ArrayList<>();
    exposures.forEach(
        (name, exposure) -> {
          List<Point> points = new ArrayList<>();
          for (int group = 0; group < NAMES.size(); group++) {
            int from = (int) Math.round(BOUNDS[group] * order.length);
            int to = (int) Math.round(BOUNDS[group + 1] * order.length);
            int[] videos = IntStream.range(from, to).map(i -> order[i]).toArray();
            points.add(Point.of(NAMES.get(group), exposure.share(videos)));
          }
          series.add(new Series(name, points));
        });
    return new Chart(
        "Share of the first ten places",
        "",
        "columns",
        "videos by popularity before the cut",
        "share",
        false,
        false,
        series);
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
