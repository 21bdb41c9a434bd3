package watchnext.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import watchnext.index.ExactIndex;
import watchnext.index.Neighbours;
import watchnext.math.Rows;

/** Videos of a number that three divides were never met. */
class ColdSourceTest implements RetrieverContract {

  private final ExactIndex exact = new ExactIndex(WORLD.videoVectors());

  @Override
  public Retriever retriever() {
    return over(video -> video % 3 == 0);
  }

  @Test
  void onlyVideosThatTrainingNeverMetAreFound() {
    for (int user = 0; user <= CircleWorld.NEWCOMER; user++) {
      Retrieved found = retriever().retrieve(WORLD.request(user), CircleWorld.VIDEOS);
      assertThat(Arrays.stream(found.videos())).allMatch(video -> video % 3 == 0);
    }
  }

  private Retriever over(IntPredicate cold) {
    UnmetVideos unmet = UnmetVideos.of(CircleWorld.VIDEOS, cold.negate());
    return new ColdSource(WORLD.userVectors(), exact, Rows.of(WORLD.videoVectors()), unmet);
  }

  @Test
  void videosOfOneDateComeInTheOrderThatTheTwoTowersGiveThem() {
    IntPredicate old = video -> video % 3 == 0 && video < CircleWorld.FIRST_UPLOAD;
    float[] user = WORLD.userVectors().of(WORLD.request(3));
    Neighbours expected = exact.search(user, 6, old.and(video -> WORLD.mayBeShown(3, video)));
    Retrieved found = over(old).retrieve(WORLD.request(3), 6);
    assertThat(found.videos()).hasSize(6).isEqualTo(expected.ordinals());
  }

  @Test
  void aLateUploadComesBeforeAnOlderVideoThatIsALittleNearer() {
    // User 3 watches around video 24: places by nearness 36, 44, 57; by date 57, 36, 44. So
    // 36 has 1/200 + 1/201, 57 has 1/202 + 1/200, 44 has 1/201 + 1/202.
    Retrieved found =
        over(video -> video == 36 || video == 44 || video == 57).retrieve(WORLD.request(3), 3);
    assertThat(found.videos()).containsExactly(36, 57, 44);
  }

  @Test
  void whereAllWereMetThereAreNone() {
    assertThat(over(video -> false).retrieve(WORLD.request(3), 6).size()).isZero();
  }

  @Test
  void aLongListIsAskedOfTheIndexAndGivesTheSame() {
    UnmetVideos unmet = UnmetVideos.of(CircleWorld.VIDEOS, video -> video % 3 != 0);
    Rows vectors = Rows.of(WORLD.videoVectors());
    Retriever asking = new ColdSource(WORLD.userVectors(), exact, vectors, unmet, 0);
    for (int user = 0; user <= CircleWorld.NEWCOMER; user++) {
      assertThat(asking.retrieve(WORLD.request(user), 12).videos())
          .isEqualTo(retriever().retrieve(WORLD.request(user), 12).videos());
    }
  }
}
