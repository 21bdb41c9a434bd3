package watchnext.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.catalog.Video;
import watchnext.event.EventLog;
import watchnext.event.Recording;
import watchnext.synthetic.truth.Luck;

/**
 * A world's figures beside those of a real log: KuaiRand-27K, 27,285 users of a short-video
 * application over 31 days [gao2022]. Only ratios and rates are compared; a world is smaller.
 *
 * <p>Figures of users are of those who were there when the log began and saw at least 20 videos, as
 * the real log holds active users only. <i>Immutable.</i>
 */
public final class Calibration {

  private static final int FEWEST_SHOWS = 20;
  private static final int RANDOM_DAYS = 4;
  private static final int RANDOM_USERS = 1000;

  private final List<Figure> figures;

  private Calibration(List<Figure> figures) {
    this.figures = List.copyOf(figures);
  }

  /**
   * One figure.
   *
   * @param name what it is
   * @param real of the real log
   * @param world of the world
   */
  public record Figure(String name, double real, double world) {
    /** How far the world is off, relative to the real value: 0.1 is ten per cent too much. */
    public double relativeDifference() {
      return (world - real) / real;
    }
  }

  /** All figures, in the order of the table. */
  public List<Figure> figures() {
    return figures;
  }

  /** Measures {@code recording}, the log of {@code world}, and what chance would have reached. */
  public static Calibration of(World world, Recording recording) {
    Tally tally = new Tally(recording.events());
    List<Figure> figures = new ArrayList<>();
    addRates(figures, tally, randomClickRate(world));
    addVideos(figures, tally, recording.catalog());
    addWatches(figures, tally);
    addUsers(figures, tally, recording.events());
    addGaps(figures, tally);
    return new Calibration(figures);
  }

  private static void addRates(List<Figure> figures, Tally tally, double randomRate) {
    double clicks = Arrays.stream(tally.clicksOfHour).sum();
    figures.add(new Figure("click rate, standard policy", 0.379, clicks / tally.shows));
    figures.add(new Figure("click rate, random policy", 0.176, randomRate));
    double evening = (double) tally.clicksOfHour[20] / tally.showsOfHour[20];
    double morning = (double) tally.clicksOfHour[7] / tally.showsOfHour[7];
    figures.add(new Figure("click rate at 20 h / at 7 h", 0.364 / 0.408, evening / morning));
    double peak = Arrays.stream(tally.showsOfHour).max().orElse(0);
    double trough = Arrays.stream(tally.showsOfHour).min().orElse(0);
    figures.add(new Figure("busiest / quietest hour", 22 / 2.6, peak / trough));
    double slice = (double) tally.randomShows / tally.shows;
    figures.add(new Figure("share of random impressions", 0.0037, slice));
  }

  private static void addVideos(List<Figure> figures, Tally tally, Catalog catalog) {
    int[] shows = tally.showsOfVideo.clone();
    Arrays.sort(shows);
    figures.add(new Figure("share of the top 1 % of videos", 0.441, topShare(shows)));
    figures.add(new Figure("Gini of impressions over videos", 0.53, gini(shows)));
    double once = Arrays.stream(shows).filter(n -> n == 1).count();
    figures.add(new Figure("videos with 1 impression", 0.54, once / shows.length));
    double[] seconds = new double[catalog.videos().size()];
    double[] tags = new double[4];
    for (int v = 0; v < seconds.length; v++) {
      Video video = catalog.video(v);
      seconds[v] = video.durationSeconds();
      tags[Math.min(3, video.tags().size())]++;
    }
    figures.add(new Figure("video duration, median s", 27.0, quantile(seconds, 0.5)));
    figures.add(new Figure("video duration, 90 % s", 168.9, quantile(seconds, 0.9)));
    figures.add(new Figure("videos with one tag", 0.73, tags[1] / seconds.length));
    figures.add(new Figure("videos with two tags", 0.23, tags[2] / seconds.length));
    figures.add(new Figure("videos without tags", 0.03, tags[0] / seconds.length));
  }

  private static void addWatches(List<Figure> figures, Tally tally) {
    double[] shown = new double[tally.shows];
    Arrays.setAll(shown, i -> tally.shownDuration[i]);
    figures.add(new Figure("play time, median s", 2.9, quantile(tally.playSeconds, 0.5)));
    figures.add(new Figure("duration of shown videos, median s", 25.9, quantile(shown, 0.5)));
    double plays = tally.plays;
    figures.add(new Figure("complete plays per play", 10.9 / 113, tally.complete / plays));
    figures.add(new Figure("long plays per play", 23.5 / 113, tally.longWatches / plays));
    figures.add(new Figure("likes per play", 3.6 / 113, tally.likes / plays));
    double[] progress = new double[tally.showsOfVideo.length];
    int used = 0;
    for (int v = 0; v < progress.length; v++) {
      if (tally.showsOfVideo[v] >= FEWEST_SHOWS) {
        progress[used++] = tally.progressOfVideo[v] / tally.showsOfVideo[v];
      }
    }
    double[] perVideo = Arrays.copyOf(progress, used);
    figures.add(new Figure("progress per show of a video, median", 0.095, quantile(perVideo, 0.5)));
    figures.add(new Figure("progress per show of a video, 90 %", 0.27, quantile(perVideo, 0.9)));
  }

  private static void addUsers(List<Figure> figures, Tally tally, EventLog log) {
    int users = tally.showsOfUser.length;
    double[] shows = new double[users];
    double[] sessions = new double[users];
    double[] rates = new double[users];
    int used = 0;
    for (int u = 0; u < users; u++) {
      boolean early = log.catalog().user(u).signedUpEpochSecond() < log.epochSecond(0);
      if (early && tally.showsOfUser[u] >= FEWEST_SHOWS) {
        shows[used] = tally.showsOfUser[u];
        sessions[used] = tally.sessionsOfUser[u];
        rates[used++] = (double) tally.clicksOfUser[u] / tally.showsOfUser[u];
      }
    }
    shows = Arrays.copyOf(shows, used);
    sessions = Arrays.copyOf(sessions, used);
    rates = Arrays.copyOf(rates, used);
    figures.add(new Figure("click rate per user, median", 0.47, quantile(rates, 0.5)));
    figures.add(new Figure("click rate per user, 90 %", 0.72, quantile(rates, 0.9)));
    double spread = quantile(shows, 0.9) / quantile(shows, 0.5);
    figures.add(new Figure("impressions per user, 90 % / median", 24587.0 / 8594, spread));
    double often = quantile(sessions, 0.9) / quantile(sessions, 0.5);
    figures.add(new Figure("sessions per user, 90 % / median", 241.0 / 149, often));
    double perSession = quantile(shows, 0.5) / quantile(sessions, 0.5);
    figures.add(new Figure("impressions per session", 8594.0 / 149, perSession));
  }

  private static void addGaps(List<Figure> figures, Tally tally) {
    double gaps = tally.gaps;
    figures.add(new Figure("gaps within a second", 0.83, tally.gapsWithinSecond / gaps));
    figures.add(new Figure("gaps of 10 to 60 s", 0.055, tally.gapsUnderMinute / gaps));
    figures.add(new Figure("gaps over 2 h", 0.006, tally.gapsOverTwoHours / gaps));
  }

  /** Click rate of uniformly random pages, shown to up to a thousand users for four days. */
  private static double randomClickRate(World world) {
    Audience audience = world.audience();
    int users = world.catalog().users().size();
    long until = world.config().extent().startEpochSecond() + RANDOM_DAYS * 86_400L;
    int[] page = new int[world.config().pageSize()];
    long shows = 0;
    long clicks = 0;
    for (int user = 0; user < users; user += Math.max(1, users / RANDOM_USERS)) {
      while (audience.nextVisit(user) < until) {
        Context context = audience.context(user);
        Luck luck = new Luck(audience.policyKey(user));
        fillRandomly(page, world.videosAt(context.epochSecond()), luck);
        Answer answer = audience.respond(user, page, context);
        for (int place = 0; place < page.length; place++) {
          shows++;
          clicks += answer.clicked(place) ? 1 : 0;
        }
      }
    }
    return (double) clicks / shows;
  }

  private static void fillRandomly(int[] page, int available, Luck luck) {
    for (int place = 0; place < page.length; place++) {
      int video = luck.below(available);
      while (contains(page, place, video)) {
        video = luck.below(available);
      }
      page[place] = video;
    }
  }

  private static boolean contains(int[] page, int places, int video) {
    for (int k = 0; k < places; k++) {
      if (page[k] == video) {
        return true;
      }
    }
    return false;
  }

  private static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
  }

  /** Share of the largest hundredth of ascending counts. */
  static double topShare(int[] ascending) {
    int most = Math.max(1, ascending.length / 100);
    double total = Arrays.stream(ascending).asLongStream().sum();
    double top = 0;
    for (int i = ascending.length - most; i < ascending.length; i++) {
      top += ascending[i];
    }
    return top / total;
  }

  /** Gini coefficient of ascending counts: 0 when all are equal, near 1 when one has all. */
  static double gini(int[] ascending) {
    double total = 0;
    double weighted = 0;
    int n = ascending.length;
    for (int i = 0; i < n; i++) {
      total += ascending[i];
      weighted += (2.0 * (i + 1) - n - 1) * ascending[i];
    }
    return weighted / (n * total);
  }
}
