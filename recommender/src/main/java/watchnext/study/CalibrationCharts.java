package watchnext.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import watchnext.calibration.Calibration;
import watchnext.calibration.Marginals;
import watchnext.calibration.Published;
import watchnext.result.Chart;
import watchnext.result.Chart.Point;
import watchnext.result.Chart.Series;
import watchnext.result.Section;

/** The distributions of a world as plots, beside those of a real log. <i>Immutable.</i> */
public final class CalibrationCharts {

  /** What the names of the figures of gaps begin with. */
  private static final String GAPS = "gaps ";

  private static final String REAL = "KuaiRand-27K";

  private final Calibration calibration;
  private final Marginals marginals;

  /** Charts of {@code calibration}. */
  public CalibrationCharts(Calibration calibration) {
    this.calibration = calibration;
    this.marginals = calibration.marginals();
  }

  /** Videos, watching, users and hours. */
  public List<Section> sections() {
    return List.of(videos(), watches(), users(), hours());
  }

  private static Section section(String title, Chart... charts) {
    return new Section(title, "", List.of(), List.of(charts));
  }

  private Section videos() {
    Series ours =
        new Series(DistributionCurves.OURS, DistributionCurves.ranks(marginals.showsOfVideos()));
    return section(
        "Videos",
        Chart.lines("Popularity", "rank", "impressions", List.of(ours))
            .noting("Impressions of the videos, the most shown one first.")
            .log(true, true),
        DistributionCurves.cumulative(
            "Length", "seconds", true, marginals.durations(), Published.DURATIONS));
  }

  private Section watches() {
    Series ours =
        new Series(DistributionCurves.OURS, DistributionCurves.histogram(marginals.watchRatios()));
    return section(
        "Watching",
        Chart.lines("Watch ratio", "watch ratio", "share of plays", List.of(ours))
            .noting(
                "Share of the plays by seconds watched over length: most leave at once, some stay"
                    + " to the end, a few watch it again.")
            .log(false, true),
        DistributionCurves.cumulative(
            "Seconds watched", "seconds", true, marginals.playSeconds(), Published.PLAY_SECONDS));
  }

  private Section users() {
    return section(
        "Users",
        DistributionCurves.cumulative(
            "Click rate of a user",
            "clicks per impression",
            false,
            marginals.userClickRates(),
            Published.USER_CLICK_RATES),
        DistributionCurves.cumulative(
            "Sessions of a user",
            "sessions over the median",
            true,
            marginals.userSessions().overMedian(),
            Published.USER_SESSIONS),
        DistributionCurves.cumulative(
            "Impressions of a user",
            "impressions over the median",
            true,
            marginals.userShows().overMedian(),
            Published.USER_SHOWS),
        gaps());
  }

  private Chart gaps() {
    List<Point> ours = new ArrayList<>();
    List<Point> real = new ArrayList<>();
    for (Calibration.Figure figure : calibration.figures()) {
      if (figure.name().startsWith(GAPS)) {
        String name = figure.name().substring(GAPS.length());
        ours.add(Point.of(name, figure.world()));
        real.add(Point.of(name, figure.real()));
      }
    }
    return Chart.columns(
            "Gaps between the impressions of a user",
            "",
            "share",
            List.of(new Series(DistributionCurves.OURS, ours), new Series(REAL, real)))
        .noting(String.format(Locale.ROOT, "%,d gaps.", marginals.counts().gaps()));
  }

  private Section hours() {
    List<Point> rates = new ArrayList<>();
    List<Point> volume = new ArrayList<>();
    for (int hour = 0; hour < marginals.clickRateByHour().size(); hour++) {
      rates.add(Point.of(hour, marginals.clickRateByHour().get(hour)));
      volume.add(Point.of(hour, marginals.volumeByHour().get(hour)));
    }
    List<Point> real =
        List.of(Point.of(7, Published.clickRateAt7()), Point.of(20, Published.clickRateAt20()));
    String hours = "hour of the day, UTC";
    return section(
        "Hours",
        Chart.scatter(
                "Click rate by hour",
                hours,
                "clicks per impression",
                List.of(new Series(DistributionCurves.OURS, rates), new Series(REAL, real)))
            .noting("Published are the highest and the lowest hour."),
        Chart.lines(
            "Volume by hour",
            hours,
            "share of impressions",
            List.of(new Series(DistributionCurves.OURS, volume))));
  }
}
