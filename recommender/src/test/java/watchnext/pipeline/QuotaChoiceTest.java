package watchnext.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchnext.task.RankedList;

/** Lists of a hundred videos each, for three requests that want one video. */
class QuotaChoiceTest {

  private static final int REQUESTS = 3;

  @Test
  void thePlacesGoToTheSourceThatFindsWhatIsWanted() {
    // The first source lists 0 to 99, the second 200 to 299; video 230 is wanted.
    int[] quotas = choice(230, 0, 200).share(new int[] {0, 0}, 200);
    assertThat(quotas).containsExactly(0, 40);
  }

  @Test
  void aSourceThatFindsOnlyWhatAnotherFindsGetsNothing() {
    int[] quotas = choice(5, 0, 0).share(new int[] {0, 0}, 200);
    assertThat(quotas).containsExactly(20, 0);
  }

  @Test
  void whatIsReservedIsGivenInAnyCase() {
    int[] quotas = choice(230, 0, 200).share(new int[] {10, 0}, 200);
    assertThat(quotas).containsExactly(10, 40);
  }

  @Test
  void thePlacesThatThereAreBoundTheQuotas() {
    // Video 290 would need 100 places of the second source, and 80 are left.
    int[] quotas = choice(290, 0, 200).share(new int[] {10, 0}, 90);
    assertThat(quotas).containsExactly(10, 0);
  }

  @Test
  void withoutAnythingFoundThereAreOnlyReservedPlaces() {
    int[] quotas = choice(999, 0, 200).share(new int[] {0, 5}, 200);
    assertThat(quotas).containsExactly(0, 5);
  }

  private static QuotaChoice choice(int wanted, int... firstVideos) {
    List<List<RankedList>> lists = new ArrayList<>();
    for (int first : firstVideos) {
      int[] videos = IntStream.range(first, first + 100).toArray();
      RankedList list = new RankedList(videos, new float[100]);
      lists.add(IntStream.range(0, REQUESTS).mapToObj(request -> list).toList());
    }
    List<int[]> relevant =
        IntStream.range(0, REQUESTS).mapToObj(request -> new int[] {wanted}).toList();
    return new QuotaChoice(lists, relevant);
  }
}
