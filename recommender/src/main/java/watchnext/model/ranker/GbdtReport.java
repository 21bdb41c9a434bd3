package watchnext.model.ranker;

import java.util.List;

/**
 * What happened while trees were grown. <i>Immutable.</i>
 *
 * @param validationNdcg nDCG@10 on the validation rows after each tree, empty without such rows
 * @param treesKept trees in the model: up to the best validation score
 * @param importances the features by their share of the gain, largest first
 */
public record GbdtReport(List<Double> validationNdcg, int treesKept, List<Importance> importances) {

  /** Takes unmodifiable copies. */
  public GbdtReport {
    validationNdcg = List.copyOf(validationNdcg);
    importances = List.copyOf(importances);
  }

  /**
   * How much a feature contributed.
   *
   * @param feature its name
   * @param gainShare its part of the loss that all splits together took away, in [0, 1]
   */
  public record Importance(String feature, double gainShare) {}
}
