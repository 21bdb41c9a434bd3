package watchnext.model.ranker;

/** The figure on validation rows that ends the training of a network. <i>Immutable.</i> */
public enum Stopping {
  /** nDCG@10, which the evaluation reports. */
  NDCG,

  /** The log loss of all known labels, which the network is trained on. */
  LOG_LOSS
}
