package watchnext.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import watchnext.index.ExactIndex;
import watchnext.index.Neighbours;
import watchnext.task.RankedList;

/** Videos of a number that three divides were never met. */
class ColdSourceTest implements RetrieverContract {

  private final ExactIndex exact = new ExactIndex(WORLD.videoVectors());

  @Override
  public Retriever retriever() {
    return new ColdSource(WORLD.userVectors(), exact, video -> video % 3 != 0);
  }

  @Test
  void onlyVideosThatTrainingNeverMetAreFound() {
    for (int user = 0; user <= CircleWorld.NEWCOMER; user++) {
      RankedList found = retriever().retrieve(WORLD.request(user), CircleWorld.VIDEOS);
      assertThat(Arrays.stream(found.videos())).allMatch(video -> video % 3 == 0);
    }
  }

  @Test
  void theyComeInTheOrderThatTheTwoTowersGiveThem() {
    float[] user = WORLD.userVectors().vector(WORLD.request(3));
    Neighbours expected =
        exact.search(user, 6, video -> video % 3 == 0 && WORLD.mayBeShown(3, video));
    RankedList found = retriever().retrieve(WORLD.request(3), 6);
    assertThat(found.videos()).hasSize(6).isEqualTo(expected.ordinals());
    assertThat(found.scores()).isEqualTo(expected.scores());
  }

  @Test
  void whereAllWereMetThereAreNone() {
    Retriever all = new ColdSource(WORLD.userVectors(), exact, video -> true);
    assertThat(all.retrieve(WORLD.request(3), 6).size()).isZero();
  }
}
