package watchnext.index;

/**
 * What {@link FrozenHnswBuilder} does to one node, with the working memory for it.
 *
 * <p><i>Confined: one thread at a time; others may work on other nodes.</i>
 */
final class NodeInserter {

  private final FrozenGraph graph;
  private final HnswConfig config;
  private final int[] original;
  private final BeamSearch search;
  private final NeighbourChoice choice;

  /**
   * An inserter.
   *
   * @param original where it writes of which node another is a copy
   */
  NodeInserter(FrozenGraph graph, HnswConfig config, int[] original) {
    this.graph = graph;
    this.config = config;
    this.original = original;
    this.search = new BeamSearch(graph);
    this.choice = new NeighbourChoice(graph, config.efConstruction());
  }

  /**
   * Finds a node's neighbours on each of its layers and writes them into its own lists; a copy, by
   * what is found on the highest, gets none. Its original came before and is on all its layers.
   */
  void insert(int node) {
    float[] vector = graph.vector(node);
    int level = 0;
    while (level < graph.top() && node < graph.nodesOn(level + 1)) {
      level++;
    }
    int from = search.descend(vector, level);
    for (int layer = level; layer >= 0; layer--) {
      search.searchLayer(vector, layer, from, config.efConstruction());
      from = search.node(0);
      if (layer == level && graph.areNear(node, from)) {
        original[node] = from;
        return;
      }
      choice.begin();
      for (int i = 0; i < search.size(); i++) {
        choice.offer(search.node(i), search.score(i));
      }
      write(node, layer, config.m());
    }
  }

  /** Adds the sources of some links to the list of their target, which may then be chosen anew. */
  void linkBack(int node, long[] links, int from, int to, int layer) {
    int[] lists = graph.lists(layer);
    int width = graph.width(layer);
    int degree = graph.degree(node, layer);
    if (degree + to - from <= width) {
      for (int i = from; i < to; i++) {
        lists[node * width + degree++] = (int) links[i];
      }
      return;
    }
    choice.begin();
    choice.offerAll(node, lists, node * width, degree);
    choice.offerSources(node, links, from, to);
    choice.sort();
    write(node, layer, width);
  }

  /** Writes the best of the candidates into a node's list; what is left of it repeats the node. */
  private void write(int node, int layer, int most) {
    int[] lists = graph.lists(layer);
    int width = graph.width(layer);
    int kept = choice.choose(most);
    for (int i = 0; i < width; i++) {
      lists[node * width + i] = i < kept ? choice.kept(i) : node;
    }
  }
}
