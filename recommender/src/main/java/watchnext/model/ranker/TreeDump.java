package watchnext.model.ranker;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads XGBoost's JSON dump of its trees and lays them out as the heaps of a {@link TreeEnsemble}.
 * Runs once after training.
 *
 * <p>XGBoost sends a value below the split condition to the node called "yes" and a missing one to
 * the node called "missing"; the dump writes floats with nine digits, which read back to the same
 * float. <i>Confined: one dump, one thread.</i>
 */
final class TreeDump {

  private final JsonNode[] roots;
  private final int depth;
  private final int[] features;
  private final float[] thresholds;
  private final int[] nanRight;
  private final float[] leaves;
  private final double[] gains;

  /**
   * @param dumps one JSON text a tree, with statistics
   * @param width number of features
   */
  TreeDump(List<String> dumps, int width) {
    JsonMapper mapper = new JsonMapper();
    this.roots = new JsonNode[dumps.size()];
    int deepest = 0;
    for (int tree = 0; tree < roots.length; tree++) {
      roots[tree] = mapper.readTree(dumps.get(tree));
      deepest = Math.max(deepest, depthOf(roots[tree]));
    }
    this.depth = deepest;
    int nodes = (1 << depth) - 1;
    this.features = new int[roots.length * nodes];
    this.thresholds = new float[roots.length * nodes];
    this.nanRight = new int[roots.length * nodes];
    this.leaves = new float[roots.length << depth];
    this.gains = new double[width];
    for (int tree = 0; tree < roots.length; tree++) {
      place(roots[tree], tree, 0, 0);
    }
  }

  private static int depthOf(JsonNode node) {
    int below = 0;
    for (JsonNode child : node.path("children")) {
      below = Math.max(below, 1 + depthOf(child));
    }
    return below;
  }

  /** Puts {@code node} at place {@code i} of the heap, {@code level} steps below the root. */
  private void place(JsonNode node, int tree, int i, int level) {
    int nodes = (1 << depth) - 1;
    boolean isLeaf = node.has("leaf");
    if (level == depth) {
      leaves[(tree << depth) + i - nodes] = (float) node.required("leaf").doubleValue();
      return;
    }
    if (isLeaf) {
      place(node, tree, 2 * i + 1, level + 1);
      place(node, tree, 2 * i + 2, level + 1);
      return;
    }
    int yes = node.required("yes").intValue();
    int feature = Integer.parseInt(node.required("split").stringValue().substring(1));
    features[tree * nodes + i] = feature;
    thresholds[tree * nodes + i] = (float) node.required("split_condition").doubleValue();
    nanRight[tree * nodes + i] = node.required("missing").intValue() == yes ? 0 : 1;
    gains[feature] += node.required("gain").doubleValue();
    for (JsonNode child : node.required("children")) {
      boolean left = child.required("nodeid").intValue() == yes;
      place(child, tree, left ? 2 * i + 1 : 2 * i + 2, level + 1);
    }
  }

  /** The trees, over the given base score. */
  TreeEnsemble ensemble(float baseScore, List<String> featureNames) {
    return new TreeEnsemble(depth, baseScore, featureNames, features, thresholds, nanRight, leaves);
  }

  /** How much each feature lowered the loss, summed over all splits. */
  double[] gains() {
    return gains;
  }
}
