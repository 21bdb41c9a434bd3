package watchnext.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import watchnext.app.Report.Chart;
import watchnext.app.Report.Point;
import watchnext.app.Report.Section;
import watchnext.app.Report.Series;
import watchnext.app.Report.Table;
import watchnext.calibration.Calibration;
import watchnext.calibration.Marginals;
import watchnext.calibration.Published;
import watchnext.synthetic.World;

/** A world for people to look at: the tables of its description, and plots. <i>Immutable.</i> */
final class WorldReport {

  private final World world;
  private final WorldDescription description;
  private final Marginals marginals;

  WorldReport(World world, WorldDescription description) {
    this.world = world;
    this.description = description;
    this.marginals = description.marginals();
  }

  Report report() {
    return new Report(
        "World " + world.config().name(),
        List.of(
            String.format(
                Locale.ROOT,
                "%,d videos, %,d users, %d days, %,d impressions, %,d events; seed %d.",
                world.catalog().videos().size(),
                world.catalog().users().size(),
                world.config().extent().days(),
                marginals.counts().shows(),
                marginals.counts().events(),
                world.truth().seed()),
            description.summary(),
            WorldDescription.PROTOCOL + "."),
        List.of(videos(), watches(), users(), hours(), figures()));
  }

  private Section figures() {
    List<List<String>> reasons = description.reasons().stream().map(List::of).toList();
    return new Section(
        "Figures",
        "",
        List.of(
            new Table(
                "Beside a real log",
                "",
                WorldDescription.FIGURE_HEADER,
                description.figures(),
                List.of(0, 4)),
            new Table(
                "Faithfulness",
                "",
                WorldDescription.CHECK_HEADER,
                description.checks(),
                List.of(0, 1, 4, 5)),
            new Table("Why", "", List.of("reason"), reasons, List.of(0))),
        List.of());
  }

  private Section videos() {
    return new Section(
        "Videos",
        "",
        List.of(),
        List.of(
            new Chart(
                "Popularity",
                "Impressions of the videos, the most shown one first.",
                "lines",
                "rank",
                "impressions",
                true,
                true,
                List.of(
                    new Series(
                        DistributionCurves.OURS,
                        DistributionCurves.ranks(marginals.showsOfVideos())))),
            DistributionCurves.cumulative(
                "Length", "seconds", true, marginals.durations(), Published.DURATIONS)));
  }

  private Section watches() {
    return new Section(
        "Watching",
        "",
        List.of(),
        List.of(
            new Chart(
                "Watch ratio",
                "Share of the plays by seconds watched over length: most leave at once, some stay"
                    + " to the end, a few watch it again.",
                "lines",
                "watch ratio",
                "share of plays",
                false,
                true,
                List.of(
                    new Series(
                        DistributionCurves.OURS,
                        DistributionCurves.histogram(marginals.watchRatios())))),
            DistributionCurves.cumulative(
                "Seconds watched",
                "seconds",
                true,
                marginals.playSeconds(),
                Published.PLAY_SECONDS)));
  }

  private Section users() {
    return new Section(
        "Users",
        "",
        List.of(),
        List.of(
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
            gaps()));
  }

  private Chart gaps() {
    Marginals.Counts counts = marginals.counts();
    List<Point> ours = new ArrayList<>();
    List<Point> real = new ArrayList<>();
    for (Calibration.Figure figure : description.gaps()) {
      String name = figure.name().substring(WorldDescription.GAPS.length());
      ours.add(Point.of(name, figure.world()));
      real.add(Point.of(name, figure.real()));
    }
    return new Chart(
        "Gaps between the impressions of a user",
        String.format(Locale.ROOT, "%,d gaps.", counts.gaps()),
        "columns",
        "",
        "share",
        false,
        false,
        List.of(new Series(DistributionCurves.OURS, ours), new Series("KuaiRand-27K", real)));
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
    return new Section(
        "Hours",
        "",
        List.of(),
        List.of(
            new Chart(
                "Click rate by hour",
                "Published are the highest and the lowest hour.",
                "scatter",
                "hour of the day, UTC",
                "clicks per impression",
                false,
                false,
                List.of(
                    new Series(DistributionCurves.OURS, rates), new Series("KuaiRand-27K", real))),
            new Chart(
                "Volume by hour",
                "",
                "lines",
                "hour of the day, UTC",
                "share of impressions",
                false,
                false,
                List.of(new Series(DistributionCurves.OURS, volume)))));
  }
}
