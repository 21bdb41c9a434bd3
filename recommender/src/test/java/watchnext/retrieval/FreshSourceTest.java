package watchnext.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.task.Asked;

class FreshSourceTest implements RetrieverContract {

  private static final long DAY = CircleWorld.DAY;

  private final Catalog catalog = WORLD.recording().catalog();

  @Override
  public Retriever retriever() {
    return fresh(3 * DAY);
  }

  private FreshSource fresh(long windowSeconds) {
    return new FreshSource(WORLD.userVectors(), WORLD.videoVectors(), catalog, windowSeconds);
  }

  /** Uploads are at the midnights of days 0 to 9: video 50 + d on day d. */
  private int[] found(long windowSeconds, long time) {
    Asked request = Asked.of(CircleWorld.NEWCOMER, Context.at(time), WORLD.state());
    int[] videos = fresh(windowSeconds).retrieve(request, 100).videos();
    java.util.Arrays.sort(videos);
    return videos;
  }

  @Test
  void onlyUploadsOfTheWindowAreFound() {
    assertThat(found(3 * DAY, CircleWorld.NOW)).containsExactly(55, 56, 57);
  }

  @Test
  void bothEndsOfTheWindowBelongToIt() {
    long midnight = CircleWorld.START + 5 * DAY;
    assertThat(found(2 * DAY, midnight)).containsExactly(53, 54, 55);
    assertThat(found(2 * DAY, midnight - 1)).containsExactly(53, 54);
    assertThat(found(2 * DAY, midnight + 1)).containsExactly(54, 55);
    assertThat(found(1, midnight)).containsExactly(55);
  }

  @Test
  void whatWasAlwaysThereIsNotNew() {
    assertThat(found(1_000_000 * DAY, CircleWorld.NOW))
        .containsExactly(50, 51, 52, 53, 54, 55, 56, 57);
  }

  @Test
  void aQuietWindowIsEmpty() {
    assertThat(found(3 * DAY, CircleWorld.START - 1)).isEmpty();
    assertThat(found(3 * DAY, CircleWorld.START + 90 * DAY)).isEmpty();
  }

  /** A newcomer stands at video 0, to which 57 is nearer than 56 than 55. */
  @Test
  void theNearestUploadComesFirst() {
    Retrieved found = retriever().retrieve(WORLD.request(CircleWorld.NEWCOMER), 2);
    assertThat(found.videos()).containsExactly(57, 56);
  }

  @Test
  void aWindowWithoutLengthIsRefused() {
    assertThatThrownBy(() -> fresh(0)).hasMessage("windowSeconds must be at least 1, was 0");
  }
}
