package watchnext.index;

import java.util.Arrays;
import java.util.BitSet;
import watchnext.math.Matrix;
import watchnext.math.Tensors;
import watchnext.math.UnitVectors;

/**
 * A frozen graph to named arrays and back: {@code ordinals} (n), {@code vectors} (n × d), {@code
 * links} (n × 2m), {@code upper1}, {@code upper2} … (c(l) × m), and the settings m, efConstruction
 * and ef.
 *
 * <p>Reading checks what a search relies on: ordinals are each there once, links are nodes of their
 * layer, vectors have length one. <i>Stateless.</i>
 */
final class FrozenHnswTensors {

  private FrozenHnswTensors() {}

  static Tensors write(FrozenGraph graph, HnswConfig config) {
    float[] vectors =
        Arrays.copyOfRange(graph.vectors(), FrozenGraph.PADDING, graph.vectors().length);
    Tensors.Builder builder =
        Tensors.builder()
            .set("m", Integer.toString(config.m()))
            .set("efConstruction", Integer.toString(config.efConstruction()))
            .set("ef", Integer.toString(config.ef()))
            .set("layers", Integer.toString(graph.top()))
            .put("ordinals", graph.ordinals(), graph.size())
            .put("vectors", vectors, graph.size(), graph.dimension())
            .put("links", graph.links(), graph.size(), 2 * graph.m());
    for (int layer = 1; layer <= graph.top(); layer++) {
      builder.put("upper" + layer, graph.lists(layer), graph.nodesOn(layer), graph.m());
    }
    return builder.build();
  }

  static FrozenHnswIndex read(Tensors tensors) {
    HnswConfig config =
        new HnswConfig(
            number(tensors, "m"), number(tensors, "efConstruction"), number(tensors, "ef"), 1);
    Matrix vectors = tensors.matrix("vectors");
    int[][] upper = new int[number(tensors, "layers")][];
    for (int layer = 1; layer <= upper.length; layer++) {
      upper[layer - 1] = tensors.ints("upper" + layer, -1, config.m());
    }
    float[] padded = new float[FrozenGraph.PADDING + vectors.data().length];
    System.arraycopy(vectors.data(), 0, padded, FrozenGraph.PADDING, vectors.data().length);
    UnitVectors.require(vectors);
    FrozenGraph graph =
        new FrozenGraph(
            vectors.rows(),
            vectors.columns(),
            config.m(),
            tensors.ints("ordinals", vectors.rows()),
            padded,
            tensors.ints("links", vectors.rows(), 2 * config.m()),
            upper);
    check(graph);
    return new FrozenHnswIndex(graph, config);
  }

  /**
   * Checks ordinals and links.
   *
   * @throws IllegalArgumentException with the first that is wrong
   */
  static void check(FrozenGraph graph) {
    BitSet seen = new BitSet(graph.size());
    for (int ordinal : graph.ordinals()) {
      if (ordinal < 0 || ordinal >= graph.size() || seen.get(ordinal)) {
        throw new IllegalArgumentException(
            "every ordinal below "
                + graph.size()
                + " must be there once, "
                + ordinal
                + " is wrong");
      }
      seen.set(ordinal);
    }
    int above = graph.size();
    for (int layer = 0; layer <= graph.top(); layer++) {
      int nodes = graph.nodesOn(layer);
      if (nodes > above || (nodes == 0 && graph.size() > 0)) {
        throw new IllegalArgumentException(
            "layer " + layer + " must hold 1 to " + above + " nodes, held " + nodes);
      }
      above = nodes;
      for (int link : graph.lists(layer)) {
        if (link < 0 || link >= nodes) {
          throw new IllegalArgumentException(
              "a link of layer " + layer + " must be a node below " + nodes + ", was " + link);
        }
      }
    }
  }

  private static int number(Tensors tensors, String name) {
    String value = tensors.setting(name);
    try {
      int number = Integer.parseInt(value);
      if (number >= 0 && number <= 1_000_000) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "setting \"" + name + "\" must be a number, was \"" + value + "\"", e);
    }
    throw new IllegalArgumentException(
        "setting \"" + name + "\" must be in [0, 1000000], was " + value);
  }
}
