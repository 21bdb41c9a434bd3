package watchnext.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import watchnext.model.mf.AlsModel;

class AlsSourceTest implements RetrieverContract {

  private static final AlsModel MODEL = WORLD.als();

  @Override
  public Retriever retriever() {
    return new AlsSource(MODEL);
  }

  @Test
  void aUserWithoutAHistoryHasNoCandidates() {
    assertThat(retriever().retrieve(WORLD.request(CircleWorld.NEWCOMER), 10).size()).isZero();
    assertThat(new AlsFactors(MODEL).of(WORLD.request(CircleWorld.NEWCOMER))).isEmpty();
  }

  @Test
  void scoresAreThoseOfTheFactorFoldedIn() {
    Retrieved found = retriever().retrieve(WORLD.request(2), 10);
    float[] factor = new AlsFactors(MODEL).of(WORLD.request(2)).orElseThrow();
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.scores()[i]).isEqualTo(MODEL.score(factor, found.videos()[i]));
    }
  }

  @Test
  void aVideoThatTheModelExpectsNothingOfIsNoCandidate() {
    Retrieved found = retriever().retrieve(WORLD.request(2), CircleWorld.VIDEOS);
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
