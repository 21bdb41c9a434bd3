package watchnext.model.ranker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Grows gradient-boosted trees that put the videos of a request in order (LambdaMART), with
 * XGBoost. Runs once per rebuild; the trees are exported, so a request never enters native code.
 *
 * <p>Method: each video is compared with a few others of its request, drawn at random; for a pair
 * whose {@linkplain RankerRows#relevance relevance} differs, the loss is that of the wrong order,
 * log(1 + e^(−(s_i − s_j))), weighted by how much nDCG would change if the two were exchanged. A
 * tree is fitted to the gradients by second-order boosting on histograms of the features. With
 * validation rows, growing stops when their nDCG@10, averaged over the last ten trees, has not
 * risen for a while, and the trees after the best are dropped.
 *
 * <p>References: Burges, From RankNet to LambdaRank to LambdaMART, 2010 [burges2010]; Chen and
 * Guestrin, XGBoost, KDD 2016 [chen2016]. The same rows and settings give the same bytes.
 * <i>Stateless.</i>
 */
public final class GbdtTrainer {

  private static final int CUTOFF = 10;

  /** Trees over which the validation curve is averaged; nDCG of a few hundred requests is noisy. */
  private static final int SMOOTHED = 10;

  /** A trained model and what happened on the way. <i>Immutable.</i> */
  public record Trained(TreeEnsemble model, GbdtReport report) {}

  private GbdtTrainer() {}

  /**
   * Grows trees on {@code train}.
   *
   * @param validation later rows of the same features, for early stopping; not used when no row of
   *     them was watched well
   * @param progress told about every tenth tree
   * @throws IllegalArgumentException when no request has a better and a worse video, or the
   *     features differ
   * @throws IllegalStateException when XGBoost cannot be loaded or fails
   */
  public static Trained train(
      RankerRows train,
      Optional<RankerRows> validation,
      GbdtConfig config,
      Consumer<String> progress) {
    validation.ifPresent(rows -> rows.requireFeatures(train.featureNames()));
    requireOrder(train);
    XgboostLibrary.check();
    Optional<RankerRows> judges = validation.filter(RankerRows::hasGood);
    try (NativeBooster booster = new NativeBooster(train, judges, config)) {
      List<Double> curve = new ArrayList<>();
      int kept = grow(booster, judges, config, curve, progress);
      TreeDump dump = new TreeDump(booster.dump().subList(0, kept), train.width());
      TreeEnsemble model = dump.ensemble(NativeBooster.BASE_SCORE, train.featureNames());
      return new Trained(
          model, new GbdtReport(curve, kept, importances(dump.gains(), train.featureNames())));
    }
  }

  private static void requireOrder(RankerRows train) {
    for (int g = 0; g < train.groups(); g++) {
      for (int row = train.start(g); row < train.end(g); row++) {
        if (train.relevance(row) != train.relevance(train.start(g))) {
          return;
        }
      }
    }
    throw new IllegalArgumentException(
        "training rows must have a request with a better and a worse video, had none in "
            + train.groups()
            + " requests");
  }

  /** Grows trees until the last, or until patience ends; answers how many are to be kept. */
  private static int grow(
      NativeBooster booster,
      Optional<RankerRows> validation,
      GbdtConfig config,
      List<Double> curve,
      Consumer<String> progress) {
    int first = Math.min(SMOOTHED, config.trees()) - 1;
    int best = first;
    for (int tree = 0; tree < config.trees(); tree++) {
      booster.grow();
      if (validation.isPresent()) {
        curve.add(RankingQuality.ndcg(validation.get(), booster.validationScores(), CUTOFF));
        best = tree > first && smoothed(curve, tree) > smoothed(curve, best) ? tree : best;
        if (tree - best >= config.patience()) {
          break;
        }
      }
      if ((tree + 1) % 10 == 0) {
        progress.accept(describe(tree + 1, config.trees(), curve));
      }
    }
    return validation.isPresent() ? best + 1 : config.trees();
  }

  /** Mean of the last values up to {@code tree}: one lucky tree among many is no peak. */
  private static double smoothed(List<Double> curve, int tree) {
    return curve.subList(Math.max(0, tree + 1 - SMOOTHED), tree + 1).stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(Double.NaN);
  }

  private static String describe(int trees, int most, List<Double> curve) {
    String text = "tree " + trees + " of " + most;
    return curve.isEmpty()
        ? text
        : text
            + String.format(
                Locale.ROOT, ", validation nDCG@%d %.4f", CUTOFF, curve.get(curve.size() - 1));
  }

  private static List<GbdtReport.Importance> importances(double[] gains, List<String> names) {
    double total = Math.max(Arrays.stream(gains).sum(), Double.MIN_NORMAL);
    List<GbdtReport.Importance> result = new ArrayList<>();
    for (int f = 0; f < gains.length; f++) {
      result.add(new GbdtReport.Importance(names.get(f), gains[f] / total));
    }
    result.sort(Comparator.comparingDouble(GbdtReport.Importance::gainShare).reversed());
    return result;
  }
}
