package watchnext.model.ranker;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * XGBoost's booster and its copies of the rows, in native memory until {@link #close}: the only
 * class that calls XGBoost. <i>Confined: one thread at a time.</i>
 */
final class NativeBooster implements AutoCloseable {

  /** Scores begin at zero; XGBoost's own default of 0.5 would only be a constant to carry along. */
  static final float BASE_SCORE = 0;

  private final DMatrix train;
  private final Optional<DMatrix> validation;
  private final Booster booster;
  private int trees;

  /** A booster without trees over these rows. */
  NativeBooster(RankerRows trainRows, Optional<RankerRows> validationRows, GbdtConfig config) {
    try {
      train = matrix(trainRows);
      Map<String, DMatrix> cached = new LinkedHashMap<>();
      if (validationRows.isPresent()) {
        DMatrix matrix = matrix(validationRows.get());
        cached.put("validation", matrix);
        validation = Optional.of(matrix);
      } else {
        validation = Optional.empty();
      }
      booster = XGBoost.train(train, settings(config), 0, cached, null, null);
    } catch (XGBoostError e) {
      throw failed(e);
    }
  }

  private static DMatrix matrix(RankerRows rows) throws XGBoostError {
    DMatrix matrix =
        new DMatrix(rows.features().data(), rows.size(), rows.width(), Float.NaN /* missing */);
    float[] relevances = new float[rows.size()];
    for (int row = 0; row < relevances.length; row++) {
      relevances[row] = rows.relevance(row);
    }
    matrix.setLabel(relevances);
    int[] sizes = new int[rows.groups()];
    for (int g = 0; g < sizes.length; g++) {
      sizes[g] = rows.end(g) - rows.start(g);
    }
    matrix.setGroup(sizes);
    return matrix;
  }

  private static Map<String, Object> settings(GbdtConfig config) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("objective", "rank:ndcg");
    settings.put("lambdarank_pair_method", "mean");
    settings.put("lambdarank_num_pair_per_sample", config.pairsPerVideo());
    settings.put("base_score", BASE_SCORE);
    settings.put("tree_method", "hist");
    settings.put("max_depth", config.depth());
    settings.put("eta", config.learningRate());
    settings.put("min_child_weight", config.minChildWeight());
    settings.put("subsample", config.subsample());
    settings.put("colsample_bytree", config.featureSample());
    settings.put("lambda", config.regularization());
    settings.put("nthread", config.threads());
    settings.put("seed", config.seed());
    settings.put("disable_default_eval_metric", 1);
    settings.put("verbosity", 0);
    return settings;
  }

  /** Grows one tree more. */
  void grow() {
    try {
      booster.update(train, trees++);
    } catch (XGBoostError e) {
      throw failed(e);
    }
  }

  /** The scores of the validation rows by all trees so far; XGBoost adds only the newest tree. */
  float[] validationScores() {
    try {
      return firstColumn(booster.predict(validation.orElseThrow()));
    } catch (XGBoostError e) {
      throw failed(e);
    }
  }

  /** The scores of other rows, for tests: what the exported trees must reproduce. */
  float[] scores(float[] rows, int count, int width) {
    try {
      DMatrix matrix = new DMatrix(rows, count, width, Float.NaN);
      float[] result = firstColumn(booster.predict(matrix));
      matrix.dispose();
      return result;
    } catch (XGBoostError e) {
      throw failed(e);
    }
  }

  private static float[] firstColumn(float[][] predictions) {
    float[] result = new float[predictions.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = predictions[i][0];
    }
    return result;
  }

  /** All trees so far, one JSON text each. */
  List<String> dump() {
    try {
      return List.of(booster.getModelDump("", true, "json"));
    } catch (XGBoostError e) {
      throw failed(e);
    }
  }

  private static IllegalStateException failed(XGBoostError e) {
    return new IllegalStateException("XGBoost failed: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    booster.dispose();
    validation.ifPresent(DMatrix::dispose);
    train.dispose();
  }
}
