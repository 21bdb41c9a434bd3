package watchnext.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import watchnext.math.Matrix;
import watchnext.math.Tensors;

class FrozenHnswIndexTest {

  private static final HnswConfig CONFIG = new HnswConfig(12, 100, 100, 1);
  private static final Matrix VECTORS =
      IndexFixtures.clustered(3_000, 24, 20, new SplittableRandom(1));
  private static final Matrix QUERIES =
      IndexFixtures.clustered(60, 24, 20, new SplittableRandom(2));

  private static FrozenHnswIndex built(Matrix vectors, HnswConfig config) {
    return FrozenHnswIndex.build(vectors, config, BuildListener.SILENT, new SplittableRandom(7));
  }

  @Nested
  class FrozenFromTheLibrary implements VectorIndexContract {
    @Override
    public VectorIndex indexOver(Matrix unitVectors) {
      return FrozenHnswIndex.freeze(HnswIndex.build(unitVectors, 0, CONFIG, BuildListener.SILENT));
    }
  }

  @Nested
  class BuiltHere implements VectorIndexContract {
    @Override
    public VectorIndex indexOver(Matrix unitVectors) {
      return built(unitVectors, CONFIG);
    }
  }

  @Nested
  class BuiltByTwoThreads implements VectorIndexContract {
    @Override
    public VectorIndex indexOver(Matrix unitVectors) {
      return built(unitVectors, CONFIG.withThreads(2));
    }
  }

  @Nested
  class ReadFromTensors implements VectorIndexContract {
    @Override
    public VectorIndex indexOver(Matrix unitVectors) {
      return FrozenHnswIndex.fromTensors(built(unitVectors, CONFIG).toTensors());
    }
  }

  @Test
  void itFindsWhatTheLibraryFindsInTheSameGraph() {
    HnswIndex library = HnswIndex.build(VECTORS, 0, CONFIG.withThreads(2), BuildListener.SILENT);
    FrozenHnswIndex frozen = FrozenHnswIndex.freeze(library);
    double same = 0;
    for (int q = 0; q < QUERIES.rows(); q++) {
      Neighbours theirs = library.search(QUERIES.row(q), 40, 40);
      Neighbours ours = frozen.search(QUERIES.row(q), 40, 40);
      same += IndexRecall.recall(ours, theirs) / QUERIES.rows();
    }
    // Not quite 1: the two round inner products differently, which decides a near tie.
    assertThat(same).isGreaterThan(0.999);
  }

  @Test
  void theFieldsOfTheLibraryAreThoseOfTheVersionThatIsRead() {
    String jar =
        com.github.jelmerk.hnswlib.core.hnsw.HnswIndex.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .getPath();
    assertThat(jar).endsWith("hnswlib-core-" + HnswlibGraph.VERSION + ".jar");
    FrozenGraph graph =
        HnswlibGraph.read(HnswIndex.build(VECTORS, 0, CONFIG, BuildListener.SILENT));
    FrozenHnswTensors.check(graph);
    assertThat(graph.nodesOn(1)).isBetween(150, 350); // 3,000 / m = 250 on average
    double degree = 0;
    for (int node = 0; node < graph.size(); node++) {
      degree += (double) graph.degree(node, 0) / graph.size();
    }
    assertThat(degree).isBetween(6.0, 24.0);
  }

  @Test
  void theSameSeedGivesTheSameGraph() {
    FrozenGraph a = built(VECTORS, CONFIG).graph();
    FrozenGraph b = built(VECTORS, CONFIG).graph();
    assertThat(a.links()).isEqualTo(b.links());
    assertThat(a.ordinals()).isEqualTo(b.ordinals());
    assertThat(a.upper()).isDeepEqualTo(b.upper());
  }

  @Test
  void noListHoldsANodeTwiceAndUnusedPlacesAreAtTheEnd() {
    FrozenGraph graph = built(VECTORS, CONFIG.withThreads(2)).graph();
    for (int layer = 0; layer <= graph.top(); layer++) {
      int width = graph.width(layer);
      for (int node = 0; node < graph.nodesOn(layer); node++) {
        int[] list = Arrays.copyOfRange(graph.lists(layer), node * width, (node + 1) * width);
        int degree = graph.degree(node, layer);
        assertThat(Arrays.copyOf(list, degree)).doesNotHaveDuplicates().doesNotContain(node);
        assertThat(Arrays.stream(list, degree, width)).allMatch(unused -> unused == node);
      }
    }
  }

  @Test
  void theMemoryIsWhatTheFormulaSays() {
    FrozenHnswIndex index = built(VECTORS, CONFIG);
    // 4 (d + 2m + 1) + 4m / (m − 1) + 1 bit = 4 (24 + 24 + 1) + 4.4 + 0.1
    assertThat((double) index.bytes() / index.size()).isBetween(200.5 * 0.97, 200.5 * 1.03);
  }

  @Test
  void whatWasRemovedIsInNoAnswer() {
    FrozenHnswIndex index = built(VECTORS, CONFIG);
    float[] query = QUERIES.row(0);
    int[] before = index.search(query, 20).ordinals();
    for (int i = 0; i < 10; i++) {
      index.remove(before[i]);
      index.remove(before[i]);
    }
    assertThat(index.removedCount()).isEqualTo(10);
    assertThat(index.search(query, 10).ordinals())
        .containsExactly(Arrays.copyOfRange(before, 10, 20));
    assertThat(index.search(query, 10, ordinal -> ordinal != before[10]).ordinals())
        .startsWith(before[11])
        .doesNotContain(before[10]);
    assertThat(index.search(query, 5_000).size()).isEqualTo(2_990);
    assertThatThrownBy(() -> index.remove(3_000)).hasMessageContaining("was 3000");
  }

  @Test
  void aFilterThatAgreesWithTheQueryBadlyIsStillAnsweredInFull() {
    FrozenHnswIndex index = built(VECTORS, CONFIG);
    ExactIndex exact = new ExactIndex(VECTORS);
    float[] query = QUERIES.row(1);
    // Half of all vectors are eligible, none of them near the query: the sample misleads.
    Neighbours near = exact.search(query, 1_500);
    boolean[] isNear = new boolean[3_000];
    for (int ordinal : near.ordinals()) {
      isNear[ordinal] = true;
    }
    Neighbours found = index.search(query, 10, ordinal -> !isNear[ordinal]);
    assertThat(found.ordinals())
        .isEqualTo(exact.search(query, 10, ordinal -> !isNear[ordinal]).ordinals());
  }

  @Test
  void aDamagedLinkIsRefused() {
    FrozenGraph graph = built(IndexFixtures.circle(40), CONFIG).graph();
    Tensors tensors = FrozenHnswTensors.write(graph, CONFIG);
    tensors.ints("links", 40, 24)[17] = 40;
    assertThatThrownBy(() -> FrozenHnswIndex.fromTensors(tensors))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a link of layer 0 must be a node below 40, was 40");
  }
}
