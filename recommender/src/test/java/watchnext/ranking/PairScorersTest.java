package watchnext.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.catalog.User;
import watchnext.dataset.Interactions;
import watchnext.feature.FeatureState;
import watchnext.feature.History;
import watchnext.math.Matrix;
import watchnext.model.neighbours.ItemNeighbours;
import watchnext.model.neighbours.NeighboursConfig;
import watchnext.model.neighbours.NeighboursTrainer;
import watchnext.task.Asked;

class PairScorersTest {

  /** Videos 0 and 1 point east, video 2 north, video 3 west. */
  private final Matrix vectors = new Matrix(4, 2, new float[] {1, 0, 1, 0, 0, 1, -1, 0});

  @Test
  void aDotScorerMultipliesTheVectorsOfUserAndVideo() {
    DotScorer scorer =
        new DotScorer("als", state -> Optional.of(new float[] {state.user(), 3}), vectors);
    assertThat(scorer.names()).containsExactly("als");
    assertThat(written(scorer, state(7), 0)).containsExactly(7);
    assertThat(written(scorer, state(7), 2)).containsExactly(3);
  }

  @Test
  void aUserWithoutAVectorScoresNothing() {
    DotScorer scorer = new DotScorer("als", state -> Optional.empty(), vectors);
    assertThat(written(scorer, state(7), 0)).containsExactly(0);
  }

  @Test
  void aUserVectorOfAnotherLengthIsRefused() {
    DotScorer scorer = new DotScorer("als", state -> Optional.of(new float[3]), vectors);
    assertThatThrownBy(() -> scorer.prepare(state(7)))
        .hasMessage("the user's vector of \"als\" must have 2 entries, had 3");
  }

  @Test
  void historySimilarityIsTheLargestAndTheMeanOverTheLatestWatches() {
    HistorySimilarity scorer = new HistorySimilarity(vectors, 2);
    // Watched 3, then 0, then 2; only the last two count: similarities of video 1 are 1 and 0.
    assertThat(written(scorer, state(0, 3, 0, 2), 1)).containsExactly(1, 0.5f);
    assertThat(written(scorer, state(0, 3, 0, 2), 3)).containsExactly(0, -0.5f);
  }

  @Test
  void withoutAHistoryNothingIsSimilar() {
    assertThat(written(new HistorySimilarity(vectors, 2), state(0), 1)).containsExactly(0, 0);
  }

  /** Three users: one watched 0 and 1, one 0, 1 and 2, one 3 alone. No shrinkage, plain cosine. */
  @Test
  void aNeighbourScorerAddsUpTheSimilaritiesToTheLatestWatchesAsSharesOfTheBest() {
    Interactions watches =
        Interactions.of(3, 4, new int[] {0, 0, 1, 1, 1, 2}, new int[] {0, 1, 0, 1, 2, 3});
    ItemNeighbours model = NeighboursTrainer.train(watches, new NeighboursConfig(10, 0, 0, 0.5, 1));
    NeighbourScorer scorer = new NeighbourScorer(model, 2);
    // s(0, 2) = s(1, 2) = 1/√2, s(0, 1) = 2/2. After 0 and 1 the sums are 1, 1 and √2, the largest
    // 1, 1 and 1/√2; after 2 and 1 they are 1 + 1/√2, 1/√2 and 1/√2, and 1, 1/√2 and 1/√2.
    float root = (float) Math.sqrt(0.5);
    assertThat(written(scorer, state(0, 0, 1), 2)).containsExactly(1, root);
    assertThat(written(scorer, state(0, 0, 1), 0)).containsExactly(1 / (2 * root), 1);
    assertThat(written(scorer, state(0, 2, 1), 0)).containsExactly(1, 1);
    // Video 0 was watched too long ago to count, and 3 has no neighbours.
    assertThat(written(scorer, state(0, 0, 3, 3), 2)).containsExactly(0, 0);
    assertThat(written(scorer, state(0), 2)).containsExactly(0, 0);
    assertThatThrownBy(() -> new NeighbourScorer(model, 0))
        .hasMessage("watches must be at least 1, was 0");
  }

  @Test
  void aColumnIsTheSameForEverybody() {
    VideoColumn column = new VideoColumn("popularity", new float[] {5, 6, 7, 8});
    assertThat(written(column, state(0), 2)).containsExactly(7);
    assertThatThrownBy(() -> new VideoColumn("popularity", new float[] {1, Float.NaN}))
        .hasMessage("values of \"popularity\" must be finite, one was NaN");
  }

  private static float[] written(PairScorer scorer, Asked state, int video) {
    float[] out = new float[scorer.names().size() + 2];
    scorer.prepare(state).write(video, out, 1);
    assertThat(out[0]).isZero();
    assertThat(out[out.length - 1]).isZero();
    return java.util.Arrays.copyOfRange(out, 1, out.length - 1);
  }

  private static Asked state(int user, int... watched) {
    List<User> users = IntStream.range(0, 8).mapToObj(u -> User.unknown("u" + u)).toList();
    return Asked.of(user, Context.at(0), new FeatureState(new Catalog(users, List.of())))
        .choosing(History.of(watched, new long[watched.length]));
  }
}
