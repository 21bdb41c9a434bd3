package watchnext.index;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.eclipse.collections.api.list.primitive.MutableIntList;
import org.eclipse.collections.api.map.primitive.MutableObjectIntMap;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import watchnext.math.Matrix;

/**
 * Reads the links out of an hnswlib-core index, which has no export of its own, and writes them
 * into one: private fields of the index and of its nodes, as they are in version 1.2.1. A test
 * holds these fields against the library on the class path, so that another version fails there and
 * not in a rebuild.
 *
 * <p>No build may run meanwhile. <i>Stateless.</i>
 */
final class HnswlibGraph {

  /** The version whose fields are read here. */
  static final String VERSION = "1.2.1";

  private final Field id;
  private final Field connections;
  private final Field deleted;
  private final Field item;

  private HnswlibGraph(Class<?> nodeClass) {
    this.id = field(nodeClass, "id", int.class);
    this.connections = field(nodeClass, "connections", MutableIntList[].class);
    this.deleted = field(nodeClass, "deleted", boolean.class);
    this.item = field(nodeClass, "item", Object.class);
  }

  /**
   * The graph of {@code index}, breadth-first from the library's entry point.
   *
   * @throws IllegalStateException when the library is not the version it should be
   */
  static FrozenGraph read(HnswIndex index) {
    Object library = index.library();
    Object[] nodes = nodes(library, index.size());
    int m = index.config().m();
    if (nodes.length == 0) {
      return FrozenGraph.unlinked(new Matrix(0, index.dimension()), new byte[0], new int[0], m);
    }
    HnswlibGraph reader = new HnswlibGraph(nodes[0].getClass());
    Object entryPoint = value(field(library.getClass(), "entryPoint", Object.class), library);
    int entryId = (int) value(reader.id, entryPoint);
    FrozenGraph graph = reader.graph(nodes, m, index.dimension());
    int entryNode = numbers(graph)[reader.entry(nodes[entryId]).ordinal()];
    return graph.breadthFirst(entryNode);
  }

  /**
   * Fills an empty library index with the nodes of {@code graph}; a node's id is its ordinal.
   *
   * @throws IllegalStateException when the library is not the version it should be
   * @throws IllegalArgumentException when the graph has copies, which the library cannot hold
   */
  static void write(FrozenGraph graph, Object library) {
    if (graph.copies().length > 0) {
      throw new IllegalArgumentException("a graph with copies cannot become one of hnswlib-core");
    }
    try {
      Class<?> nodeClass = Class.forName(library.getClass().getName() + "$Node");
      Constructor<?> node =
          nodeClass.getDeclaredConstructor(
              int.class, MutableIntList[].class, Object.class, boolean.class);
      node.setAccessible(true);
      AtomicReferenceArray<Object> nodes = nodes(library);
      MutableObjectIntMap<Integer> lookup = lookup(library);
      for (int number : numbers(graph)) {
        int ordinal = graph.ordinals()[number];
        HnswIndex.Entry entry = new HnswIndex.Entry(ordinal, graph.vector(number));
        nodes.set(ordinal, node.newInstance(ordinal, lists(graph, number), entry, false));
        lookup.put(ordinal, ordinal);
      }
      field(library.getClass(), "nodeCount", int.class).setInt(library, graph.size());
      field(library.getClass(), "entryPoint", Object.class)
          .set(library, nodes.get(graph.ordinals()[0]));
    } catch (ReflectiveOperationException e) {
      throw wrongVersion("its nodes cannot be made: " + e);
    }
  }

  private static MutableIntList[] lists(FrozenGraph graph, int node) {
    int level = 0;
    while (level < graph.top() && node < graph.nodesOn(level + 1)) {
      level++;
    }
    MutableIntList[] lists = new MutableIntList[level + 1];
    for (int layer = 0; layer <= level; layer++) {
      lists[layer] = new IntArrayList(graph.width(layer));
      int start = node * graph.width(layer);
      for (int i = 0; i < graph.degree(node, layer); i++) {
        lists[layer].add(graph.ordinals()[graph.lists(layer)[start + i]]);
      }
    }
    return lists;
  }

  @SuppressWarnings("unchecked")
  private static AtomicReferenceArray<Object> nodes(Object library) {
    return (AtomicReferenceArray<Object>)
        value(field(library.getClass(), "nodes", AtomicReferenceArray.class), library);
  }

  @SuppressWarnings("unchecked")
  private static MutableObjectIntMap<Integer> lookup(Object library) {
    return (MutableObjectIntMap<Integer>)
        value(field(library.getClass(), "lookup", MutableObjectIntMap.class), library);
  }

  private static Object[] nodes(Object library, int size) {
    AtomicReferenceArray<Object> array = nodes(library);
    Object[] nodes = new Object[size];
    for (int i = 0; i < size; i++) {
      nodes[i] = array.get(i);
    }
    return nodes;
  }

  private FrozenGraph graph(Object[] nodes, int m, int dimension) {
    Matrix vectors = new Matrix(nodes.length, dimension);
    byte[] levels = new byte[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      if ((int) value(id, nodes[i]) != i || (boolean) value(deleted, nodes[i])) {
        throw wrongVersion("node " + i + " must be in its place and not deleted");
      }
      HnswIndex.Entry entry = entry(nodes[i]);
      levels[entry.ordinal()] = (byte) (lists(nodes[i]).length - 1);
      System.arraycopy(
          entry.vector(), 0, vectors.data(), vectors.offset(entry.ordinal()), dimension);
    }
    int[] order = IntStream.range(0, nodes.length).toArray();
    FrozenGraph graph = FrozenGraph.unlinked(vectors, levels, order, m);
    int[] numbers = numbers(graph);
    for (Object node : nodes) {
      int number = numbers[entry(node).ordinal()];
      MutableIntList[] lists = lists(node);
      for (int layer = 0; layer < lists.length; layer++) {
        for (int j = 0; j < lists[layer].size(); j++) {
          int neighbour = entry(nodes[lists[layer].get(j)]).ordinal();
          graph.lists(layer)[number * graph.width(layer) + j] = numbers[neighbour];
        }
      }
    }
    return graph;
  }

  /** The node of each ordinal. */
  private static int[] numbers(FrozenGraph graph) {
    int[] numbers = new int[graph.size()];
    for (int node = 0; node < numbers.length; node++) {
      numbers[graph.ordinals()[node]] = node;
    }
    return numbers;
  }

  private HnswIndex.Entry entry(Object node) {
    return (HnswIndex.Entry) value(item, node);
  }

  private MutableIntList[] lists(Object node) {
    return (MutableIntList[]) value(connections, node);
  }

  private static Field field(Class<?> owner, String name, Class<?> type) {
    try {
      Field field = owner.getDeclaredField(name);
      if (!type.isAssignableFrom(field.getType())) {
        throw wrongVersion(name + " must be a " + type + ", was a " + field.getType());
      }
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw wrongVersion("field " + name + " of " + owner.getName() + " is missing");
    }
  }

  private static Object value(Field field, Object owner) {
    try {
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw wrongVersion("field " + field.getName() + " cannot be read");
    }
  }

  private static IllegalStateException wrongVersion(String why) {
    return new IllegalStateException(
        "hnswlib-core must be version " + VERSION + " to be frozen: " + why);
  }
}
