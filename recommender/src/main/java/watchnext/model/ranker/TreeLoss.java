package watchnext.model.ranker;

/** What a tree is fitted to. <i>Immutable.</i> */
public enum TreeLoss {
  /** The wrong order of a pair, weighted by how much nDCG would change (LambdaMART). */
  NDCG("rank:ndcg"),

  /** The wrong order of a pair, all pairs alike (RankNet). */
  PAIRWISE("rank:pairwise"),

  /** Whether a single video was watched well, whatever stands beside it. */
  LOGISTIC("binary:logistic");

  private final String objective;

  TreeLoss(String objective) {
    this.objective = objective;
  }

  /** XGBoost's name for it. */
  public String objective() {
    return objective;
  }

  /** The label of a row: its relevance to a ranking loss, else whether it was watched well. */
  float label(RankerRows rows, int row) {
    return this == LOGISTIC ? (rows.isGood(row) ? 1 : 0) : rows.relevance(row);
  }

  /** What XGBoost must be told so that scores begin at zero: a probability, or a score. */
  float baseScore() {
    return this == LOGISTIC ? 0.5f : NativeBooster.BASE_SCORE;
  }
}
