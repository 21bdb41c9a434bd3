package watchnext.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import watchnext.measure.Gini;
import watchnext.measure.Hits;
import watchnext.require.Require;

/**
 * What is noted of one contender while the requests go by, and the row made of it at the end.
 * <i>Confined: one thread at a time.</i>
 */
final class Scoresheet {

  /** A metric of a slice, one value a request. */
  private record Column(MetricAt metric, Slice slice, double[] values) {
    String label() {
      return slice.label(metric.label());
    }
  }

  private final Contender contender;
  private final EvaluationSettings settings;
  private final VideoFacts facts;
  private final List<Column> columns = new ArrayList<>();
  private final double[] novelty;
  private final double[] diversity;
  private final int[] exposures;
  private final long[] nanos;

  /** The last request whose list held the video, from 1: finds a video listed twice. */
  private final int[] listedIn;

  Scoresheet(Contender contender, EvaluationSettings settings, EvaluationSet set) {
    this.contender = contender;
    this.settings = settings;
    this.facts = set.facts();
    this.novelty = new double[set.size()];
    this.diversity = new double[set.size()];
    this.exposures = new int[facts.videos()];
    this.listedIn = new int[facts.videos()];
    this.nanos = new long[set.size()];
    for (Slice slice : Slice.values()) {
      for (MetricAt metric : slice == Slice.ALL ? settings.metrics() : settings.slicedMetrics()) {
        if (metric.k() <= contender.depth()) {
          double[] values = new double[set.size()];
          Arrays.fill(values, Double.NaN);
          columns.add(new Column(metric, slice, values));
        }
      }
    }
  }

  Contender contender() {
    return contender;
  }

  /**
   * Notes the answer to a request.
   *
   * @param r number of the request
   * @param videos the list, ties broken, best first
   * @param relevant the relevant videos of each slice
   */
  void note(int r, int[] videos, Map<Slice, int[]> relevant, long nanosTaken) {
    check(r, videos);
    Map<Slice, Hits> hits = new EnumMap<>(Slice.class);
    relevant.forEach((slice, key) -> hits.put(slice, Hits.of(videos, key)));
    for (Column column : columns) {
      Hits found = hits.get(column.slice());
      if (found != null) {
        column.values()[r] = column.metric().of(found);
      }
    }
    novelty[r] = PageMetrics.novelty(videos, settings.page(), facts);
    diversity[r] = PageMetrics.diversity(videos, settings.page(), facts);
    for (int i = 0; i < Math.min(settings.page(), videos.length); i++) {
      exposures[videos[i]]++;
    }
    nanos[r] = nanosTaken;
  }

  private void check(int r, int[] videos) {
    for (int video : videos) {
      Require.that(
          listedIn[video] != r + 1,
          "%s must list each video once, listed %s again",
          contender.name(),
          video);
      listedIn[video] = r + 1;
    }
  }

  EvaluationRow row(UserBootstrap bootstrap) {
    Map<String, double[]> series = new LinkedHashMap<>();
    columns.forEach(column -> series.put(column.label(), column.values()));
    series.put("novelty", novelty);
    series.put("diversity", diversity);
    series.values().removeIf(values -> Double.isNaN(UserBootstrap.mean(values)));
    Estimate[] estimates = bootstrap.estimates(series.values().toArray(new double[0][]));
    Map<String, Estimate> metrics = new LinkedHashMap<>();
    int next = 0;
    for (String label : series.keySet()) {
      metrics.put(label, estimates[next++]);
    }
    int[] shown = exposuresOfAvailable();
    if (shown.length > 0) {
      metrics.put("coverage", Estimate.of(PageMetrics.coverage(shown)));
      metrics.put("gini", Estimate.of(Gini.of(shown)));
    }
    return new EvaluationRow(contender.name(), metrics, millisPerRequest(), series);
  }

  private int[] exposuresOfAvailable() {
    int[] shown = new int[exposures.length];
    int size = 0;
    for (int v = 0; v < exposures.length; v++) {
      if (facts.isAvailable(v)) {
        shown[size++] = exposures[v];
      }
    }
    return Arrays.copyOf(shown, size);
  }

  private double millisPerRequest() {
    int untimed = Math.min(settings.untimedRequests(), nanos.length / 5);
    return Arrays.stream(nanos, untimed, nanos.length).average().orElseThrow() / 1e6;
  }
}
