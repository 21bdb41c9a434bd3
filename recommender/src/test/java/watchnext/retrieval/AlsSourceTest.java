package watchnext.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import watchnext.feature.History;
import watchnext.model.mf.AlsModel;
import watchnext.task.RankedList;

class AlsSourceTest implements RetrieverContract {

  private static final AlsModel MODEL = WORLD.als();

  @Override
  public Retriever retriever() {
    return new AlsSource(MODEL);
  }

  @Test
  void aUserWithoutAHistoryHasNoCandidates() {
    assertThat(retriever().retrieve(WORLD.request(CircleWorld.NEWCOMER), 10).size()).isZero();
    assertThat(AlsSource.factor(MODEL, History.EMPTY)).isEmpty();
  }

  @Test
  void scoresAreThoseOfTheFactorFoldedIn() {
    RankedList found = retriever().retrieve(WORLD.request(2), 10);
    float[] factor = AlsSource.factor(MODEL, WORLD.state().history(2)).orElseThrow();
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.scores()[i]).isEqualTo(MODEL.score(factor, found.videos()[i]));
    }
  }

  @Test
  void aVideoThatTheModelExpectsNothingOfIsNoCandidate() {
    RankedList found = retriever().retrieve(WORLD.request(2), CircleWorld.VIDEOS);
    assertThat(found.size()).isLessThan(WORLD.eligibleCount(2));
    for (float score : found.scores()) {
      assertThat(score).isPositive();
    }
  }

  @Test
  void aVideoNobodyHasWatchedIsNeverFound() {
    for (int user = 0; user < CircleWorld.SATED; user++) {
      for (int video : retriever().retrieve(WORLD.request(user), CircleWorld.VIDEOS).videos()) {
        assertThat(video).isLessThan(CircleWorld.FIRST_UPLOAD);
      }
    }
  }
}
