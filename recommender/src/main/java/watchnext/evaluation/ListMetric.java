package watchnext.evaluation;

import watchnext.measure.Hits;
import watchnext.measure.Ndcg;

/**
 * The metrics of one list with binary relevance. In the formulas R is the number of relevant
 * videos, n(k) how many of them are among the first k places, r_i the rank of the i-th one found.
 *
 * <p>All lie between 0 (nothing relevant in the first k) and 1; the table's number is the mean over
 * requests. A list shorter than k is judged as if irrelevant videos followed. References: Manning,
 * Raghavan and Schütze, Introduction to Information Retrieval, chapter 8 [manning2008]; Voorhees,
 * The TREC-8 question answering track report [voorhees1999] for the reciprocal rank.
 * <i>Immutable.</i>
 */
public enum ListMetric {

  /**
   * n(k) / R: which share of what the user wanted was found. Stays below 1 when R is larger than k;
   * then see {@link #CAPPED_RECALL}.
   */
  RECALL("recall") {
    @Override
    double of(Hits hits, int k) {
      return (double) hits.found(k) / hits.relevant();
    }
  },

  /**
   * n(k) / min(k, R): recall as some papers define it (Liang et al., WWW 2018 [liang2018]), which
   * reaches 1 even when R is larger than k. The two differ only for such users.
   */
  CAPPED_RECALL("recall-capped") {
    @Override
    double of(Hits hits, int k) {
      return (double) hits.found(k) / Math.min(k, hits.relevant());
    }
  },

  /** n(k) / k: which share of the places was well used. Stays below 1 when R is smaller than k. */
  PRECISION("precision") {
    @Override
    double of(Hits hits, int k) {
      return (double) hits.found(k) / k;
    }
  },

  /** 1 when n(k) > 0, else 0: whether the user found anything at all. */
  HIT("hit") {
    @Override
    double of(Hits hits, int k) {
      return hits.found(k) > 0 ? 1 : 0;
    }
  },

  /**
   * Average precision: Σ_{i: r_i ≤ k} (i / r_i) / min(k, R), the precision at each relevant place;
   * its mean over requests is MAP. Dividing by R instead would keep it below 1 when R is larger
   * than k.
   */
  AVERAGE_PRECISION("map") {
    @Override
    double of(Hits hits, int k) {
      double sum = 0;
      for (int i = 0; i < hits.found(k); i++) {
        sum += (i + 1.0) / hits.rank(i);
      }
      return sum / Math.min(k, hits.relevant());
    }
  },

  /** 1 / r_1, or 0 when r_1 is beyond k: how far one had to look; its mean is MRR. */
  RECIPROCAL_RANK("mrr") {
    @Override
    double of(Hits hits, int k) {
      return hits.found(k) > 0 ? 1.0 / hits.rank(0) : 0;
    }
  },

  /** See {@link Ndcg#binary}. */
  NDCG("ndcg") {
    @Override
    double of(Hits hits, int k) {
      return Ndcg.binary(hits, k);
    }
  };

  private final String label;

  ListMetric(String label) {
    this.label = label;
  }

  /** The metric of one list, cut after {@code k} places. */
  abstract double of(Hits hits, int k);

  /** The name in tables, without the cut-off: "recall". */
  public String label() {
    return label;
  }

  /** This metric with a cut-off. */
  public MetricAt at(int k) {
    return new MetricAt(this, k);
  }
}
