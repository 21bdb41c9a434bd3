package watchnext.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import watchnext.math.Kernels;
import watchnext.math.Matrix;

/** What every {@link VectorIndex} promises. A new index implements one method. */
@Tag("contract")
interface VectorIndexContract {

  /** The index under test over unit vectors; row r is ordinal r. */
  VectorIndex indexOver(Matrix unitVectors);

  private static Matrix vectors() {
    return IndexFixtures.clustered(1_500, 24, 20, new SplittableRandom(1));
  }

  private static Matrix queries() {
    return IndexFixtures.clustered(40, 24, 20, new SplittableRandom(2));
  }

  @Test
  default void itKnowsItsSizeAndDimension() {
    VectorIndex index = indexOver(vectors());
    assertThat(index.size()).isEqualTo(1_500);
    assertThat(index.dimension()).isEqualTo(24);
  }

  @Test
  default void theNeighboursOfAPointOnACircleAreItselfThenThoseBesideIt() {
    VectorIndex index = indexOver(IndexFixtures.circle(60));
    // A little counter-clockwise of point 10: then 11 is nearer than 9.
    double angle = 2 * Math.PI * 10.1 / 60;
    float[] query = {(float) Math.cos(angle), (float) Math.sin(angle)};
    assertThat(index.search(query, 5).ordinals()).containsExactly(10, 11, 9, 12, 8);
  }

  @Test
  default void answersAreBestFirstWithoutRepetitionAndScoredByInnerProduct() {
    Matrix vectors = vectors();
    VectorIndex index = indexOver(vectors);
    for (int q = 0; q < queries().rows(); q++) {
      float[] query = queries().row(q);
      Neighbours found = index.search(query, 30);
      assertThat(found.size()).isEqualTo(30);
      assertThat(found.ordinals()).doesNotHaveDuplicates();
      for (int i = 0; i < found.size(); i++) {
        int ordinal = found.ordinals()[i];
        float score = Kernels.BEST.dot(query, 0, vectors.data(), vectors.offset(ordinal), 24);
        assertThat(found.scores()[i]).isCloseTo(score, within(1e-5f));
        if (i > 0) {
          assertThat(found.scores()[i]).isLessThanOrEqualTo(found.scores()[i - 1]);
        }
      }
    }
  }

  @Test
  default void equalScoresComeInAscendingOrderOfOrdinals() {
    Matrix twice = new Matrix(40, 2);
    for (int r = 0; r < 40; r++) {
      twice.set(r, 0, (float) Math.cos(r % 20 * 0.1));
      twice.set(r, 1, (float) Math.sin(r % 20 * 0.1));
    }
    Neighbours found = indexOver(twice).search(new float[] {1, 0}, 6);
    assertThat(found.ordinals()).containsExactly(0, 20, 1, 21, 2, 22);
  }

  @Test
  default void moreThanThereAreGivesAll() {
    VectorIndex index = indexOver(IndexFixtures.circle(17));
    Neighbours found = index.search(new float[] {0, 1}, 1_000);
    assertThat(found.ordinals()).containsExactlyInAnyOrder(IntStream.range(0, 17).toArray());
  }

  @Test
  default void oneVectorIsFound() {
    assertThat(indexOver(IndexFixtures.circle(1)).search(new float[] {-1, 0}, 3).ordinals())
        .containsExactly(0);
  }

  @Test
  default void theLengthOfTheQueryScalesTheScoresOnly() {
    VectorIndex index = indexOver(vectors());
    float[] query = queries().row(3);
    float[] longer = query.clone();
    for (int i = 0; i < longer.length; i++) {
      longer[i] *= 64; // a power of two: rounding stays the same
    }
    Neighbours shortOne = index.search(query, 10);
    Neighbours longOne = index.search(longer, 10);
    assertThat(longOne.ordinals()).isEqualTo(shortOne.ordinals());
    assertThat(longOne.scores()[0]).isCloseTo(64 * shortOne.scores()[0], within(1e-3f));
  }

  @Test
  default void mostOfTheExactAnswerIsFound() {
    Matrix vectors = vectors();
    IndexRecall recall =
        IndexRecall.measure(indexOver(vectors), new ExactIndex(vectors), queries(), 20);
    assertThat(recall.mean()).as(recall.toString()).isGreaterThan(0.95);
  }

  @Test
  default void aFilterLetsOnlyTheEligibleThrough() {
    Matrix vectors = vectors();
    VectorIndex index = indexOver(vectors);
    ExactIndex exact = new ExactIndex(vectors);
    float[] query = queries().row(0);
    for (int modulus : new int[] {2, 10, 300}) {
      Neighbours found = index.search(query, 10, ordinal -> ordinal % modulus == 0);
      Neighbours truth = exact.search(query, 10, ordinal -> ordinal % modulus == 0);
      assertThat(IntStream.of(found.ordinals())).allMatch(o -> o % modulus == 0);
      assertThat(found.size()).isEqualTo(truth.size());
      assertThat(IndexRecall.recall(found, truth)).isGreaterThanOrEqualTo(0.9);
    }
  }

  @Test
  default void aFilterThatLetsNothingThroughGivesNothing() {
    Neighbours found = indexOver(vectors()).search(queries().row(0), 10, ordinal -> false);
    assertThat(found.size()).isZero();
  }

  @Test
  default void manyThreadsGetTheAnswersThatOneGets() {
    VectorIndex index = indexOver(vectors());
    Matrix queries = queries();
    int[][] alone = new int[queries.rows()][];
    for (int q = 0; q < alone.length; q++) {
      alone[q] = index.search(queries.row(q), 10).ordinals();
    }
    CompletableFuture<?>[] readers = new CompletableFuture<?>[4];
    for (int t = 0; t < readers.length; t++) {
      readers[t] =
          CompletableFuture.runAsync(
              () -> {
                for (int q = 0; q < alone.length; q++) {
                  assertThat(index.search(queries.row(q), 10).ordinals()).isEqualTo(alone[q]);
                }
              });
    }
    CompletableFuture.allOf(readers).join();
  }

  @Test
  default void aBadQueryIsRefused() {
    VectorIndex index = indexOver(IndexFixtures.circle(8));
    assertThatThrownBy(() -> index.search(new float[3], 1)).hasMessageContaining("had 3");
    assertThatThrownBy(() -> index.search(new float[2], 1)).hasMessageContaining("was 0.0");
    assertThatThrownBy(() -> index.search(new float[] {1, Float.NaN}, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> index.search(new float[] {1, 0}, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("k must be at least 1, was 0");
  }

  @Test
  default void vectorsThatAreNotOfLengthOneAreRefused() {
    Matrix vectors = new Matrix(2, 2, new float[] {1, 0, 2, 0});
    assertThatThrownBy(() -> indexOver(vectors))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("vector 1");
  }
}
