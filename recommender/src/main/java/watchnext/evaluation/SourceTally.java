package watchnext.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import watchnext.require.Require;
import watchnext.retrieval.RetrievalStage.Gathered;
import watchnext.task.Candidates;

/**
 * Keeps count, request by request, of which source brought what, and what of it was relevant. It is
 * told after the answer; no recommender sees it. <i>Confined: one thread.</i>
 */
public final class SourceTally {

  private final List<String> names;
  private final List<double[]> found = new ArrayList<>();
  private final List<double[]> alone = new ArrayList<>();
  private final List<double[]> shared = new ArrayList<>();
  private final List<Double> ceiling = new ArrayList<>();
  private final double[] candidates;
  private final double[] micros;
  private final double[][] jaccard;
  private final int[][] pairs;
  private double union;

  /** Nothing counted yet of the sources called {@code names}. */
  public SourceTally(List<String> names) {
    this.names = List.copyOf(names);
    this.candidates = new double[names.size()];
    this.micros = new double[names.size()];
    this.jaccard = new double[names.size()][names.size()];
    this.pairs = new int[names.size()][names.size()];
  }

  /**
   * Takes in the answer to one request.
   *
   * @param gathered what the sources brought
   * @param relevant the answer key, ascending, at least one video
   * @throws IllegalArgumentException when the sources are others
   */
  public void add(Gathered gathered, int[] relevant) {
    Candidates all = gathered.candidates();
    Require.that(
        all.sourceNames().equals(names),
        "the sources must be %s, were %s",
        names,
        all.sourceNames());
    double[] hits = new double[names.size()];
    double[] ownHits = new double[names.size()];
    int[] sizes = new int[names.size()];
    int[] alsoElsewhere = new int[names.size()];
    int[][] common = new int[names.size()][names.size()];
    int unionHits = 0;
    for (int i = 0; i < all.size(); i++) {
      int[] by = sourcesOf(all, i);
      boolean isRelevant = Arrays.binarySearch(relevant, all.video(i)) >= 0;
      unionHits += isRelevant ? 1 : 0;
      for (int s : by) {
        sizes[s]++;
        alsoElsewhere[s] += by.length > 1 ? 1 : 0;
        hits[s] += isRelevant ? 1.0 / relevant.length : 0;
        ownHits[s] += isRelevant && by.length == 1 ? 1.0 / relevant.length : 0;
        for (int t : by) {
          common[s][t]++;
        }
      }
    }
    found.add(hits);
    alone.add(ownHits);
    shared.add(shares(alsoElsewhere, sizes));
    ceiling.add((double) unionHits / relevant.length);
    union += all.size();
    for (int s = 0; s < sizes.length; s++) {
      candidates[s] += sizes[s];
      micros[s] += gathered.steps().get(s).micros();
    }
    addOverlaps(common, sizes);
  }

  private int[] sourcesOf(Candidates all, int i) {
    int[] by = new int[names.size()];
    int count = 0;
    for (int s = 0; s < names.size(); s++) {
      if (all.isFrom(i, s)) {
        by[count++] = s;
      }
    }
    return Arrays.copyOf(by, count);
  }

  /** NaN where a source brought nothing, so that the request does not count. */
  private static double[] shares(int[] parts, int[] sizes) {
    double[] shares = new double[sizes.length];
    for (int s = 0; s < shares.length; s++) {
      shares[s] = sizes[s] == 0 ? Double.NaN : (double) parts[s] / sizes[s];
    }
    return shares;
  }

  private void addOverlaps(int[][] common, int[] sizes) {
    for (int a = 0; a < sizes.length; a++) {
      for (int b = 0; b < sizes.length; b++) {
        int either = sizes[a] + sizes[b] - common[a][b];
        if (either > 0) {
          jaccard[a][b] += (double) common[a][b] / either;
          pairs[a][b]++;
        }
      }
    }
  }

  /**
   * The report so far.
   *
   * @param bootstrap of the requests, in the order they were added
   */
  public SourceReport report(UserBootstrap bootstrap) {
    int requests = Math.max(1, ceiling.size());
    List<SourceRow> rows = new ArrayList<>();
    for (int s = 0; s < names.size(); s++) {
      rows.add(
          new SourceRow(
              names.get(s),
              bootstrap.estimate(column(found, s)),
              bootstrap.estimate(column(alone, s)),
              bootstrap.estimate(column(shared, s)),
              candidates[s] / requests,
              micros[s] / 1e3 / requests));
    }
    double[][] overlap = new double[names.size()][names.size()];
    for (int a = 0; a < overlap.length; a++) {
      for (int b = 0; b < overlap.length; b++) {
        overlap[a][b] = pairs[a][b] == 0 ? 0 : jaccard[a][b] / pairs[a][b];
      }
    }
    double[] unions = ceiling.stream().mapToDouble(Double::doubleValue).toArray();
    return new SourceReport(rows, bootstrap.estimate(unions), union / requests, overlap);
  }

  private static double[] column(List<double[]> requests, int s) {
    return requests.stream().mapToDouble(values -> values[s]).toArray();
  }
}
