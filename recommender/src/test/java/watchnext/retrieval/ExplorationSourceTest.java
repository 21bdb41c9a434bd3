package watchnext.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.task.Asked;

class ExplorationSourceTest implements RetrieverContract {

  private static final long DAY = CircleWorld.DAY;

  private final Catalog catalog = WORLD.recording().catalog();

  @Override
  public Retriever retriever() {
    return new ExplorationSource(catalog, 5 * DAY, 1);
  }

  private Retrieved drawn(long time, int k, long seed) {
    return new ExplorationSource(catalog, 5 * DAY, seed)
        .retrieve(Asked.of(CircleWorld.NEWCOMER, Context.at(time), WORLD.state()), k);
  }

  /** Videos 53 to 57 were uploaded within five days of now. */
  @Test
  void onlyUploadsOfTheWindowAreDrawn() {
    assertThat(drawn(CircleWorld.NOW, 10, 1).videos())
        .containsExactlyInAnyOrder(53, 54, 55, 56, 57);
  }

  @Test
  void thePropensityIsTheShareThatIsDrawn() {
    assertThat(drawn(CircleWorld.NOW, 2, 1).candidatePropensity()).isEqualTo(0.4);
    assertThat(drawn(CircleWorld.NOW, 5, 1).candidatePropensity()).isEqualTo(1);
    assertThat(drawn(CircleWorld.NOW, 50, 1).candidatePropensity()).isEqualTo(1);
    assertThat(drawn(CircleWorld.START - 1, 2, 1).candidatePropensity()).isEqualTo(1);
  }

  /**
   * 4,000 draws of 2 out of 5: each video 1,600 times on average, with a standard deviation of 31
   * (4,000 · 0.4 · 0.6 = 960); five deviations are 155.
   */
  @Test
  void eachUploadIsDrawnAsOftenAsItsPropensitySays() {
    int[] times = new int[CircleWorld.VIDEOS];
    for (int seed = 0; seed < 4000; seed++) {
      for (int video : drawn(CircleWorld.NOW, 2, seed).videos()) {
        times[video]++;
      }
    }
    for (int video = 53; video <= 57; video++) {
      assertThat(times[video]).as("video %d", video).isBetween(1445, 1755);
    }
    assertThat(IntStream.of(times).sum()).isEqualTo(8000);
  }

  @Test
  void anotherSecondIsAnotherDraw() {
    long different =
        IntStream.range(0, 100)
            .mapToObj(i -> drawn(CircleWorld.NOW + i, 1, 1).videos()[0])
            .distinct()
            .count();
    assertThat(different).isEqualTo(5);
  }

  @Test
  void aWindowWithoutLengthIsRefused() {
    assertThatThrownBy(() -> new ExplorationSource(catalog, 0, 1))
        .hasMessage("windowSeconds must be at least 1, was 0");
  }
}
