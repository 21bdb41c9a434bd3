package watchnext.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import watchnext.feature.History;
import watchnext.model.neighbours.ItemNeighbours;
import watchnext.model.neighbours.NeighboursConfig;
import watchnext.model.neighbours.NeighboursTrainer;

class NeighbourSourceTest implements RetrieverContract {

  private static final ItemNeighbours MODEL =
      NeighboursTrainer.train(WORLD.watches(), new NeighboursConfig(20, 1, 0.5, 0.5, 1));

  @Override
  public Retriever retriever() {
    return new NeighbourSource(MODEL, 20);
  }

  @Test
  void aUserWithoutAHistoryHasNoNeighbours() {
    assertThat(retriever().retrieve(WORLD.request(CircleWorld.NEWCOMER), 10).size()).isZero();
  }

  @Test
  void scoresAreTheSumsOverTheLatestWatchesTheNewestFullest() {
    History history = WORLD.state().history(2);
    Retrieved found = new NeighbourSource(MODEL, 2).retrieve(WORLD.request(2), 10);
    assertThat(found.size()).isPositive();
    float[] latest = new float[CircleWorld.VIDEOS];
    float[] before = new float[CircleWorld.VIDEOS];
    MODEL.score(new int[] {history.video(history.size() - 1)}, 1, latest);
    MODEL.score(new int[] {history.video(history.size() - 2)}, 1, before);
    for (int i = 0; i < found.size(); i++) {
      int video = found.videos()[i];
      assertThat(found.scores()[i])
          .isCloseTo(latest[video] + 0.95f * before[video], within(1e-6f))
          .isPositive();
    }
  }

  @Test
  void atLeastOneWatchCounts() {
    assertThatThrownBy(() -> new NeighbourSource(MODEL, 0))
        .hasMessage("watches must be at least 1, was 0");
  }
}
