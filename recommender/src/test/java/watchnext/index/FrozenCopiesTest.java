package watchnext.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import watchnext.math.Matrix;
import watchnext.math.UnitVectors;
import watchnext.settings.Settings;
import watchnext.tensor.Tensors;

/** Frozen indexes over equal and nearly equal vectors, as videos of one title have them. */
class FrozenCopiesTest {

  private static final int ROWS = 2_000;
  private static final int DIMENSION = 32;

  /**
   * Vectors of which a share are one of a few templates, disturbed.
   *
   * @param distance of a copy from its template, about
   */
  private static Matrix vectors(double share, int templates, double distance, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Matrix vectors = IndexFixtures.clustered(ROWS, DIMENSION, 50, random);
    Matrix template = IndexFixtures.clustered(templates, DIMENSION, 50, random);
    double sigma = distance / Math.sqrt(DIMENSION);
    for (int r = 0; r < ROWS; r++) {
      int t = random.nextDouble() < share ? random.nextInt(templates) : -1;
      for (int a = 0; t >= 0 && a < DIMENSION; a++) {
        vectors.set(r, a, (float) (template.get(t, a) + sigma * random.nextGaussian()));
      }
    }
    return UnitVectors.normalised(vectors);
  }

  private static FrozenHnswIndex graph(Matrix vectors, int threads) {
    return FrozenHnswIndex.build(
        vectors,
        Settings.with(HnswConfig.DEFAULT, "threads=" + threads),
        BuildListener.SILENT,
        new SplittableRandom(5));
  }

  private static FrozenIndex cells(Matrix vectors) {
    return CellIndex.build(
        vectors, CellConfig.forSize(ROWS), BuildListener.SILENT, new SplittableRandom(5));
  }

  private static double recall(FrozenIndex index, ExactIndex exact, IntPredicate eligible) {
    Matrix queries = IndexFixtures.clustered(20, DIMENSION, 50, new SplittableRandom(9));
    double sum = 0;
    for (int q = 0; q < queries.rows(); q++) {
      Neighbours truth = exact.search(queries.row(q), 100, eligible);
      sum += IndexRecall.recall(index.search(queries.row(q), 100, eligible), truth);
    }
    return sum / queries.rows();
  }

  private static void requireSound(FrozenIndex index, Matrix vectors) {
    VectorIndexCheck check =
        VectorIndexCheck.of(index, vectors, 50, 100, 0.97, new SplittableRandom(1));
    assertThat(check.faults()).isEmpty();
    ExactIndex exact = new ExactIndex(vectors);
    assertThat(recall(index, exact, Searches.ALL)).isGreaterThan(0.97);
    assertThat(recall(index, exact, ordinal -> ordinal % 2 == 0)).isGreaterThan(0.97);
    assertThat(recall(index, exact, ordinal -> ordinal % 50 == 1)).isGreaterThan(0.97);
    assertThat(index.search(vectors.row(3), ROWS).size()).isEqualTo(ROWS);
  }

  /** One template, two, a few, many of some copies each; all of the vectors, half, a third. */
  @Tag("property")
  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1, 2",
    "1, 20",
    "1, 400",
    "0.5, 1",
    "0.5, 20",
    "0.3333, 2",
    "0.3333, 222",
    "0.02, 5"
  })
  void copiesAreAllReachedAndFound(double share, int templates) {
    for (double distance : new double[] {0, 1e-7, 1e-5, 1e-4, 7e-4, 1e-3}) {
      Matrix vectors = vectors(share, templates, distance, 20261128L + templates);
      requireSound(graph(vectors, 1), vectors);
      requireSound(cells(vectors), vectors);
    }
  }

  @Test
  void ofEqualVectorsTheEarliestThatPassAreFound() {
    Matrix vectors = vectors(1, 20, 0, 1);
    ExactIndex exact = new ExactIndex(vectors);
    FrozenHnswIndex index = graph(vectors, 1);
    for (int r = 0; r < 30; r++) {
      float[] query = vectors.row(r);
      assertThat(index.search(query, 150).ordinals())
          .isEqualTo(exact.search(query, 150).ordinals());
      IntPredicate others = ordinal -> ordinal % 3 != 0;
      assertThat(index.search(query, 150, others).ordinals())
          .isEqualTo(exact.search(query, 150, others).ordinals());
    }
  }

  @Test
  void aCopyIsFoundWhoseOriginalIsFiltered() {
    Matrix vectors = vectors(1, 2, 0, 1);
    FrozenHnswIndex index = graph(vectors, 1);
    FrozenGraph graph = index.graph();
    BitSet originals = new BitSet();
    for (int node = 0; node < ROWS; node++) {
      if (graph.degree(node, 0) > 0) {
        originals.set(graph.ordinals()[node]);
      }
    }
    int[] expected =
        IntStream.range(0, ROWS)
            .filter(r -> r != graph.ordinals()[0])
            .filter(r -> vectors.row(r)[0] == vectors.row(graph.ordinals()[0])[0])
            .limit(40)
            .toArray();
    assertThat(originals.cardinality()).isEqualTo(2);
    assertThat(index.search(graph.vector(0), 40, r -> !originals.get(r)).ordinals())
        .isEqualTo(expected);
  }

  @Test
  void withoutCopiesTheGraphHasNoneAndAThirdOfCopiesTakesFourBytesAVector() {
    Matrix ordinary = vectors(0, 1, 0, 1);
    Matrix doubled = vectors(0.3333, 100, 0, 1);
    FrozenHnswIndex without = graph(ordinary, 1);
    assertThat(without.graph().copies()).isEmpty();
    assertThat(without.toTensors().all()).doesNotContainKey("copies");
    FrozenHnswIndex with = graph(doubled, 1);
    assertThat(IntStream.of(with.graph().copies()).filter(copy -> copy > 0).count())
        .isBetween(500L, 620L); // 2,000 / 3 less one original for each of 100
    double formula = FrozenHnswIndex.expectedBytes(ROWS, DIMENSION, HnswConfig.DEFAULT) + 4 * ROWS;
    assertThat(with.bytes() / formula).isBetween(0.98, 1.02);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-7, 1e-3})
  void theSameGraphIsMadeByAnyNumberOfThreadsAndReadAgain(double distance) {
    Matrix vectors = vectors(0.5, 20, distance, 1);
    FrozenGraph one = graph(vectors, 1).graph();
    FrozenIndex read = FrozenIndex.fromTensors(graph(vectors, 2).toTensors());
    FrozenGraph two = ((FrozenHnswIndex) read).graph();
    assertThat(two.ordinals()).isEqualTo(one.ordinals());
    assertThat(two.links()).isEqualTo(one.links());
    assertThat(two.copies()).isEqualTo(one.copies());
    requireSound(read, vectors);
  }

  @Test
  void copiesThatDoNotLeadUpwardsAreRefused() {
    Tensors tensors = graph(vectors(1, 2, 0, 1), 1).toTensors();
    int[] copies = tensors.ints("copies", ROWS);
    for (int wrong : new int[] {-1, 700, 699, ROWS}) {
      copies[700] = wrong;
      assertThatThrownBy(() -> FrozenHnswIndex.fromTensors(tensors))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the copy after node 700 must be a higher node below 2000, was " + wrong);
    }
  }

  @Test
  void aCopyThatNoChainLeadsToIsUnreachable() {
    Matrix vectors = vectors(1, 2, 0, 1);
    FrozenHnswIndex index = graph(vectors, 1);
    int[] copies = index.graph().copies();
    int first = copies[0];
    copies[0] = 0;
    VectorIndexCheck check =
        VectorIndexCheck.of(index, vectors, 20, 100, 0.5, new SplittableRandom(1));
    assertThat(first).isPositive();
    assertThat(check.reachable()).isLessThan(0.7);
    assertThat(check.faults().get(0)).startsWith("at least 0.999 of the vectors must be reachable");
  }

  @Test
  void aGraphWithCopiesDoesNotBecomeOneOfTheLibrary() {
    FrozenHnswIndex index = graph(vectors(1, 2, 0, 1), 1);
    assertThatThrownBy(() -> HnswIndex.thaw(index, 1))
        .hasMessage("a graph with copies cannot become one of hnswlib-core");
  }
}
