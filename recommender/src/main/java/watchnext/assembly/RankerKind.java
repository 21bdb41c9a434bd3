package watchnext.assembly;

/** What can put the candidates of a request in order, the simplest first. */
public enum RankerKind {
  /** The order of the best single source; the candidates of the others follow. */
  SOURCE("source"),
  /** The order in which stage 1 merges its sources. */
  UNION("union"),
  /** One weight a feature. */
  LOGISTIC("logistic"),
  /** Gradient-boosted trees. */
  GBDT("gbdt"),
  /** A network of several tasks. */
  NEURAL("neural"),
  /** The learnt orders together. */
  BLEND("blend");

  private final String label;

  RankerKind(String label) {
    this.label = label;
  }

  /** The name in tables. */
  public String label() {
    return label;
  }

  /** Whether the order comes from a model of stage 2. */
  public boolean isLearnt() {
    return this != SOURCE && this != UNION;
  }
}
