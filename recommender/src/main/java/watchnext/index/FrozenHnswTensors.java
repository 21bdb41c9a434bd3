package watchnext.index;

import java.util.stream.IntStream;
import watchnext.math.UnitVectors;
import watchnext.require.Require;
import watchnext.tensor.Tensors;

/**
 * A frozen graph to named arrays and back: {@code ordinals} (n), {@code vectors} (padding + n × d),
 * {@code links} (n × 2m), {@code upper1}, {@code upper2} … (c(l) × m), {@code copies} (n) where
 * there are any, and the settings m, efConstruction, ef, dimension and layers.
 *
 * <p>Reading checks what a search relies on: ordinals are each there once, links are nodes of their
 * layer, copies follow one another upwards, vectors have length one. <i>Stateless.</i>
 */
final class FrozenHnswTensors {

  private static final String COPIES = "copies";
  private static final int CHUNK = 1 << 16;

  private FrozenHnswTensors() {}

  static Tensors write(FrozenGraph graph, HnswConfig config) {
    Tensors.Builder builder =
        Tensors.builder()
            .set(FrozenIndexFile.KIND, FrozenIndexFile.HNSW)
            .set("m", Integer.toString(config.m()))
            .set("efConstruction", Integer.toString(config.efConstruction()))
            .set("ef", Integer.toString(config.ef()))
            .set("dimension", Integer.toString(graph.dimension()))
            .set("layers", Integer.toString(graph.top()))
            .put("ordinals", graph.ordinals(), graph.size())
            .put("vectors", graph.vectors(), graph.vectors().length)
            .put("links", graph.links(), graph.size(), 2 * graph.m());
    for (int layer = 1; layer <= graph.top(); layer++) {
      builder.put("upper" + layer, graph.lists(layer), graph.nodesOn(layer), graph.m());
    }
    if (graph.copies().length > 0) {
      builder.put(COPIES, graph.copies(), graph.size());
    }
    return builder.build();
  }

  static FrozenHnswIndex read(Tensors tensors) {
    HnswConfig config =
        new HnswConfig(
            Searches.number(tensors, "m"),
            Searches.number(tensors, "efConstruction"),
            Searches.number(tensors, "ef"),
            1);
    int dimension = Searches.number(tensors, "dimension");
    int[] ordinals = tensors.ints("ordinals", -1);
    int size = ordinals.length;
    int[][] upper = new int[Math.min(127, Searches.number(tensors, "layers"))][];
    for (int layer = 1; layer <= upper.length; layer++) {
      upper[layer - 1] = tensors.ints("upper" + layer, -1, config.m());
    }
    FrozenGraph graph =
        new FrozenGraph(
            size,
            dimension,
            config.m(),
            ordinals,
            tensors.floats(
                "vectors", Math.addExact(FrozenGraph.PADDING, Math.multiplyExact(size, dimension))),
            tensors.ints("links", size, 2 * config.m()),
            upper,
            tensors.all().containsKey(COPIES) ? tensors.ints(COPIES, size) : new int[0]);
    check(graph);
    return new FrozenHnswIndex(graph, config);
  }

  /**
   * Checks ordinals, links and copies.
   *
   * @throws IllegalArgumentException with the first that is wrong
   */
  static void check(FrozenGraph graph) {
    Require.that(graph.dimension() >= 1, "dimension must be at least 1, was 0");
    UnitVectors.require(graph.vectors(), FrozenGraph.PADDING, graph.dimension());
    Searches.requireEachOnce(graph.ordinals());
    int above = graph.size();
    for (int layer = 0; layer <= graph.top(); layer++) {
      int nodes = graph.nodesOn(layer);
      Require.that(
          !(nodes > above || (nodes == 0 && graph.size() > 0)),
          "layer %s must hold 1 to %s nodes, held %s",
          layer,
          above,
          nodes);
      above = nodes;
      requireBelow(nodes, graph.lists(layer), layer);
    }
    requireUpwards(graph.copies());
  }

  /** Then no search goes round in a circle. */
  private static void requireUpwards(int[] copies) {
    for (int node = 0; node < copies.length; node++) {
      int copy = copies[node];
      if (copy != 0 && (copy <= node || copy >= copies.length)) {
        throw new IllegalArgumentException(
            "the copy after node "
                + node
                + " must be a higher node below "
                + copies.length
                + ", was "
                + copy);
      }
    }
  }

  private static void requireBelow(int nodes, int[] links, int layer) {
    IntStream.range(0, (links.length + CHUNK - 1) / CHUNK)
        .parallel()
        .forEach(
            chunk -> {
              int from = chunk * CHUNK;
              int to = Math.min(links.length, from + CHUNK);
              if (!areBelow(nodes, links, from, to)) {
                throw outside(nodes, links, from, layer);
              }
            });
  }

  /** Without a way out, so that it runs in vector registers: one sign bit betrays them all. */
  private static boolean areBelow(int nodes, int[] links, int from, int to) {
    int signs = 0;
    for (int i = from; i < to; i++) {
      signs |= links[i] | (nodes - 1 - links[i]);
    }
    return signs >= 0;
  }

  private static IllegalArgumentException outside(int nodes, int[] links, int from, int layer) {
    int at = from;
    while (Integer.compareUnsigned(links[at], nodes) < 0) {
      at++;
    }
    return new IllegalArgumentException(
        "a link of layer " + layer + " must be a node below " + nodes + ", was " + links[at]);
  }
}
