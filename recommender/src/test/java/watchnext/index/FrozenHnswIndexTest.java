package watchnext.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import watchnext.math.Matrix;
import watchnext.settings.Settings;
import watchnext.tensor.Tensors;

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
  class FrozenFromTheLibrary implements FrozenIndexContract {
    @Override
    public FrozenIndex indexOver(Matrix unitVectors) {
      return FrozenHnswIndex.freeze(HnswIndex.build(unitVectors, 0, CONFIG, BuildListener.SILENT));
    }
  }

  @Nested
  class BuiltHere implements FrozenIndexContract {
    @Override
    public FrozenIndex indexOver(Matrix unitVectors) {
      return built(unitVectors, CONFIG);
    }
  }

  @Nested
  class BuiltByTwoThreads implements FrozenIndexContract {
    @Override
    public FrozenIndex indexOver(Matrix unitVectors) {
      return built(unitVectors, Settings.with(CONFIG, "threads=2"));
    }
  }

  @Nested
  class ReadFromTensors implements FrozenIndexContract {
    @Override
    public FrozenIndex indexOver(Matrix unitVectors) {
      return FrozenHnswIndex.fromTensors(built(unitVectors, CONFIG).toTensors());
    }
  }

  @Test
  void itFindsWhatTheLibraryFindsInTheSameGraph() {
    HnswIndex library =
        HnswIndex.build(VECTORS, 0, Settings.with(CONFIG, "threads=2"), BuildListener.SILENT);
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
  void theSameSeedGivesTheSameGraphWhateverTheThreads() {
    FrozenGraph one = built(VECTORS, CONFIG).graph();
    for (int threads = 1; threads <= 3; threads++) {
      FrozenGraph again = built(VECTORS, Settings.with(CONFIG, "threads=" + threads)).graph();
      assertThat(again.links()).isEqualTo(one.links());
      assertThat(again.ordinals()).isEqualTo(one.ordinals());
      assertThat(again.upper()).isDeepEqualTo(one.upper());
    }
    FrozenGraph other =
        FrozenHnswIndex.build(VECTORS, CONFIG, BuildListener.SILENT, new SplittableRandom(8))
            .graph();
    assertThat(other.links()).isNotEqualTo(one.links());
  }

  @Test
  void ourGraphFindsAsMuchAsTheLibrarys() {
    ExactIndex exact = new ExactIndex(VECTORS);
    HnswIndex library = HnswIndex.build(VECTORS, 0, CONFIG, BuildListener.SILENT);
    HnswConfig narrow = Settings.with(CONFIG, "ef=20");
    double theirs =
        IndexRecall.measure(FrozenHnswIndex.freeze(library), exact, QUERIES, 100).mean();
    double ours = IndexRecall.measure(built(VECTORS, narrow), exact, QUERIES, 100).mean();
    assertThat(ours).isGreaterThan(theirs - 0.01);
  }

  @Test
  void aThawedGraphIsTheLibrarysAndFreezesToTheSame() {
    FrozenHnswIndex frozen = built(VECTORS, CONFIG);
    HnswIndex thawed = HnswIndex.thaw(frozen, 1);
    for (int q = 0; q < 20; q++) {
      int[] expected = frozen.search(QUERIES.row(q), 30, 60).ordinals();
      assertThat(thawed.search(QUERIES.row(q), 30, 60).ordinals()).isEqualTo(expected);
    }
    assertThat(FrozenHnswIndex.freeze(thawed).graph().links()).isEqualTo(frozen.graph().links());
    assertThat(thawed.add(QUERIES.row(0))).isEqualTo(3_000);
    assertThat(thawed.search(QUERIES.row(0), 1).ordinals()).containsExactly(3_000);
    assertThat(HnswIndex.thaw(built(new Matrix(0, 2), CONFIG), 0).size()).isZero();
  }

  @Test
  void noListHoldsANodeTwiceAndUnusedPlacesAreAtTheEnd() {
    FrozenGraph graph = built(VECTORS, Settings.with(CONFIG, "threads=2")).graph();
    for (int layer = 0; layer <= graph.top(); layer++) {
      int width = graph.width(layer);
      for (int node = 0; node < graph.nodesOn(layer); node++) {
        int[] list = Arrays.copyOfRange(graph.lists(layer), node * width, (node + 1) * width);
        int degree = graph.degree(node, layer);
        int self = node;
        assertThat(Arrays.copyOf(list, degree)).doesNotHaveDuplicates().doesNotContain(node);
        assertThat(Arrays.stream(list, degree, width)).allMatch(unused -> unused == self);
      }
    }
  }

  @Test
  void theMemoryIsWhatTheFormulaSays() {
    // 4 (d + 2m + 1) + 4m / (m − 1) = 4 (24 + 24 + 1) + 4.36
    assertThat(FrozenHnswIndex.expectedBytes(3_000, 24, CONFIG) / 3_000)
        .isCloseTo(200.36, within(0.01));
    double bytes = built(VECTORS, CONFIG).bytes();
    assertThat(bytes / FrozenHnswIndex.expectedBytes(3_000, 24, CONFIG)).isBetween(0.98, 1.02);
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
