package watchnext.model.twotower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.dataset.NextWatchExamples;
import watchnext.feature.History;
import watchnext.feature.content.ContentEncoder;
import watchnext.feature.content.UserAttributes;

class NegativePoolTest {

  @Test
  void aVideoIsDrawnAsOftenAsItCouldHaveBeenShown() {
    // Rows at seconds 0 … 9. Uploads: always there, at 5 (half of the rows), at 8 (two tenths),
    // after all of them.
    long[] uploads = {50, Video.ALWAYS_THERE, 5, 99, 8, 60};
    NegativePool pool = pool(uploads);
    double[] expected = {0, 1 / 1.7, 0.5 / 1.7, 0, 0.2 / 1.7, 0};
    int[] drawn = new int[uploads.length];
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      drawn[pool.draw(random)]++;
    }
    for (int v = 0; v < uploads.length; v++) {
      assertThat(pool.probability(v)).isCloseTo(expected[v], within(1e-12));
      assertThat(drawn[v] / 100_000.0).isCloseTo(expected[v], within(0.01));
      assertThat(drawn[v] > 0).isEqualTo(expected[v] > 0);
    }
  }

  private static NegativePool pool(long[] uploads) {
    List<Video> videos = new ArrayList<>();
    for (int v = 0; v < uploads.length; v++) {
      videos.add(new Video("v" + v, "", "", List.of(), "", 0, uploads[v]));
    }
    Catalog catalog = new Catalog(List.of(User.unknown("u")), videos);
    NextWatchExamples.Builder examples = new NextWatchExamples.Builder();
    for (int row = 0; row < 10; row++) {
      examples.add(0, 1, row, History.EMPTY);
    }
    return NegativePool.of(
        new TwoTowerData(
            examples.build(),
            catalog,
            ContentEncoder.encode(catalog),
            UserAttributes.fit(catalog.users())));
  }
}
