package watchnext.benchmarks.paper;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import watchnext.dataset.Interactions;
import watchnext.evaluation.MetricAt;
import watchnext.math.ParallelRanges;
import watchnext.math.TopK;
import watchnext.measure.Hits;

/**
 * The protocol of NGCF and LightGCN: all items are ranked for each user, those of the training set
 * are left out, and metrics are averaged over the users with something to find. Items of equal
 * score are taken in the order of their numbers. <i>Immutable.</i>
 *
 * @param train pairs that are left out of the lists
 * @param test pairs that are looked for
 * @param threads threads to judge on
 */
record FullRanking(Interactions train, Interactions test, int threads) {

  private static final int BLOCK = 32;

  /** The means of {@code metrics}, by label. */
  Map<String, Double> judge(Scorer scorer, List<MetricAt> metrics) {
    double[][] values = new double[train.rows()][];
    int depth = metrics.stream().mapToInt(MetricAt::k).max().orElse(1);
    ParallelRanges.run(
        train.rows(),
        BLOCK,
        threads,
        () -> {
          float[] scores = new float[BLOCK * train.columns()];
          return (from, to) -> {
            scorer.score(from, to, scores);
            for (int u = from; u < to; u++) {
              if (test.count(u) > 0) {
                int[] list = list(u, scores, (u - from) * train.columns(), depth);
                Hits hits = Hits.of(list, test.row(u));
                values[u] = metrics.stream().mapToDouble(metric -> metric.of(hits)).toArray();
              }
            }
          };
        });
    Map<String, Double> means = new LinkedHashMap<>();
    for (int m = 0; m < metrics.size(); m++) {
      int metric = m;
      double mean =
          Arrays.stream(values)
              .filter(row -> row != null)
              .mapToDouble(row -> row[metric])
              .average()
              .orElse(0);
      means.put(metrics.get(m).label(), mean);
    }
    return means;
  }

  private int[] list(int user, float[] scores, int offset, int depth) {
    IntStream.range(train.start(user), train.end(user))
        .forEach(i -> scores[offset + train.column(i)] = Float.NEGATIVE_INFINITY);
    TopK best = new TopK(depth);
    for (int v = 0; v < train.columns(); v++) {
      float score = scores[offset + v];
      if (score > Float.NEGATIVE_INFINITY) {
        best.offer(v, score);
      }
    }
    int[] list = new int[best.size()];
    best.drain(list, new float[list.length]);
    return list;
  }
}
