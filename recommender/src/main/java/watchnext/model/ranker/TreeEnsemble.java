package watchnext.model.ranker;

import java.util.Arrays;
import java.util.List;
import watchnext.math.Matrix;
import watchnext.tensor.Tensors;

/**
 * Gradient-boosted trees as flat arrays, made for one thing: scoring the few hundred rows of a
 * request. The score of a row is a base score plus one leaf of each tree.
 *
 * <p>Each tree is padded to a complete binary tree of depth D and stored as a heap: node i has the
 * children 2i + 1 and 2i + 2, and a shorter branch repeats its leaf below itself. So every row
 * takes exactly D steps in every tree, with no test for "is this a leaf", and no branch that a
 * processor could predict wrongly: the outcome of the comparison is added to the index,
 *
 * <pre>  i ← 2i + 1 + [x ≥ t]</pre>
 *
 * Eight rows walk side by side, since one walk alone would wait for each load. Trees are the outer
 * loop: the nodes of one tree stay in the first-level cache while all rows pass.
 *
 * <p>Shapes: T trees, each 2^D − 1 nodes and 2^D leaves; rows × F features. Cost: rows · T · D
 * steps. A row that holds NaN takes each node's default direction, on a slower path. Errors: arrays
 * that do not belong together, or a feature that is out of range, are refused. <i>Immutable.</i>
 */
public final class TreeEnsemble {

  private final int depth;
  private final float baseScore;
  private final List<String> featureNames;
  private final int[] features;
  private final float[] thresholds;
  private final int[] nanRight;
  private final float[] leaves;

  /**
   * Takes ownership of the arrays.
   *
   * @param depth D
   * @param baseScore score before the first tree
   * @param featureNames F names
   * @param features T × (2^D − 1) feature numbers
   * @param thresholds T × (2^D − 1): a value at or above goes right
   * @param nanRight T × (2^D − 1): 1 where NaN goes right, else 0
   * @param leaves T × 2^D values
   */
  TreeEnsemble(
      int depth,
      float baseScore,
      List<String> featureNames,
      int[] features,
      float[] thresholds,
      int[] nanRight,
      float[] leaves) {
    this.depth = depth;
    this.baseScore = baseScore;
    this.featureNames = List.copyOf(featureNames);
    this.features = features;
    this.thresholds = thresholds;
    this.nanRight = nanRight;
    this.leaves = leaves;
    checkShapes();
    checkValues();
  }

  private void checkShapes() {
    if (depth < 0 || depth > 16) {
      throw new IllegalArgumentException("depth of trees must be in [0, 16], was " + depth);
    }
    int trees = leaves.length >> depth;
    int nodes = trees * nodesPerTree();
    if (leaves.length != trees << depth
        || features.length != nodes
        || thresholds.length != nodes
        || nanRight.length != nodes) {
      throw new IllegalArgumentException(
          "trees of depth "
              + depth
              + " must have one node less than leaves, had "
              + Arrays.asList(features.length, thresholds.length, nanRight.length)
              + " nodes and "
              + leaves.length
              + " leaves");
    }
  }

  private void checkValues() {
    for (int i = 0; i < features.length; i++) {
      if (features[i] < 0 || features[i] >= featureNames.size()) {
        throw new IllegalArgumentException(
            "a tree's feature must be in [0, " + featureNames.size() + "), was " + features[i]);
      }
      if (!Float.isFinite(thresholds[i])) {
        throw new IllegalArgumentException(
            "a tree's threshold must be finite, was " + thresholds[i]);
      }
    }
    for (float leaf : leaves) {
      if (!Float.isFinite(leaf)) {
        throw new IllegalArgumentException("a tree's leaf must be finite, was " + leaf);
      }
    }
    if (!Float.isFinite(baseScore)) {
      throw new IllegalArgumentException("baseScore must be finite, was " + baseScore);
    }
  }

  /** Number of trees, T. */
  public int trees() {
    return leaves.length >> depth;
  }

  /** Depth of every tree, D. */
  public int depth() {
    return depth;
  }

  /** The features a row must hold, in their order. */
  public List<String> featureNames() {
    return featureNames;
  }

  private int nodesPerTree() {
    return (1 << depth) - 1;
  }

  /**
   * Writes the score of each of the first {@code count} rows into {@code scores}.
   *
   * @throws IllegalArgumentException when rows are too few or of another width
   */
  public void score(Matrix rows, int count, float[] scores) {
    if (rows.columns() != featureNames.size() || count > rows.rows() || count > scores.length) {
      throw new IllegalArgumentException(
          "rows must have "
              + featureNames.size()
              + " features and scores room for them, were "
              + rows.rows()
              + " x "
              + rows.columns()
              + " for "
              + count
              + " scores");
    }
    Arrays.fill(scores, 0, count, baseScore);
    if (Unknowns.any(rows.data(), count * rows.columns())) {
      addCarefully(rows, count, scores);
    } else {
      addBranchFree(rows, count, scores);
    }
  }

  private void addBranchFree(Matrix rows, int count, float[] scores) {
    int eights = count & ~7;
    for (int tree = 0; tree < trees(); tree++) {
      for (int r = 0; r < eights; r += 8) {
        addToEight(tree, rows, r, scores);
      }
      for (int r = eights; r < count; r++) {
        scores[r] += leafOf(tree, rows.data(), rows.offset(r));
      }
    }
  }

  /** Eight rows go down side by side: no step of one waits for the loads of another. */
  private void addToEight(int tree, Matrix rows, int r, float[] scores) {
    float[] x = rows.data();
    int base = tree * nodesPerTree();
    int w = rows.columns();
    int x0 = rows.offset(r);
    int a = 0;
    int b = 0;
    int c = 0;
    int d = 0;
    int e = 0;
    int f = 0;
    int g = 0;
    int h = 0;
    for (int level = 0; level < depth; level++) {
      a = 2 * a + 1 + (x[x0 + features[base + a]] >= thresholds[base + a] ? 1 : 0);
      b = 2 * b + 1 + (x[x0 + w + features[base + b]] >= thresholds[base + b] ? 1 : 0);
      c = 2 * c + 1 + (x[x0 + 2 * w + features[base + c]] >= thresholds[base + c] ? 1 : 0);
      d = 2 * d + 1 + (x[x0 + 3 * w + features[base + d]] >= thresholds[base + d] ? 1 : 0);
      e = 2 * e + 1 + (x[x0 + 4 * w + features[base + e]] >= thresholds[base + e] ? 1 : 0);
      f = 2 * f + 1 + (x[x0 + 5 * w + features[base + f]] >= thresholds[base + f] ? 1 : 0);
      g = 2 * g + 1 + (x[x0 + 6 * w + features[base + g]] >= thresholds[base + g] ? 1 : 0);
      h = 2 * h + 1 + (x[x0 + 7 * w + features[base + h]] >= thresholds[base + h] ? 1 : 0);
    }
    int firstLeaf = (tree << depth) - nodesPerTree();
    scores[r] += leaves[firstLeaf + a];
    scores[r + 1] += leaves[firstLeaf + b];
    scores[r + 2] += leaves[firstLeaf + c];
    scores[r + 3] += leaves[firstLeaf + d];
    scores[r + 4] += leaves[firstLeaf + e];
    scores[r + 5] += leaves[firstLeaf + f];
    scores[r + 6] += leaves[firstLeaf + g];
    scores[r + 7] += leaves[firstLeaf + h];
  }

  private float leafOf(int tree, float[] x, int offset) {
    int base = tree * nodesPerTree();
    int i = 0;
    for (int level = 0; level < depth; level++) {
      i = 2 * i + 1 + (x[offset + features[base + i]] >= thresholds[base + i] ? 1 : 0);
    }
    return leaves[(tree << depth) - nodesPerTree() + i];
  }

  private void addCarefully(Matrix rows, int count, float[] scores) {
    float[] x = rows.data();
    for (int tree = 0; tree < trees(); tree++) {
      int base = tree * nodesPerTree();
      for (int r = 0; r < count; r++) {
        int i = 0;
        for (int level = 0; level < depth; level++) {
          float value = x[rows.offset(r) + features[base + i]];
          int right = value >= thresholds[base + i] ? 1 : 0;
          i = 2 * i + 1 + (Float.isNaN(value) ? nanRight[base + i] : right);
        }
        scores[r] += leaves[(tree << depth) - nodesPerTree() + i];
      }
    }
  }

  /** The model as arrays. */
  public Tensors toTensors() {
    int trees = trees();
    return Tensors.builder()
        .set("features", String.join(",", featureNames))
        .put("depth", new int[] {depth}, 1)
        .put("baseScore", new float[] {baseScore}, 1)
        .put("feature", features, trees, nodesPerTree())
        .put("threshold", thresholds, trees, nodesPerTree())
        .put("nanRight", nanRight, trees, nodesPerTree())
        .put("leaf", leaves, trees, 1 << depth)
        .build();
  }

  /**
   * The model of these arrays.
   *
   * @throws IllegalArgumentException when something is missing or does not fit
   */
  public static TreeEnsemble fromTensors(Tensors tensors) {
    return new TreeEnsemble(
        tensors.ints("depth", 1)[0],
        tensors.floats("baseScore", 1)[0],
        List.of(tensors.setting("features").split(",", -1)),
        tensors.ints("feature", -1, -1),
        tensors.floats("threshold", -1, -1),
        tensors.ints("nanRight", -1, -1),
        tensors.floats("leaf", -1, -1));
  }
}
