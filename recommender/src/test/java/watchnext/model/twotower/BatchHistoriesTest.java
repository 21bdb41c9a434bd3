package watchnext.model.twotower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.dataset.Interactions;
import watchnext.dataset.NextWatchExamples;
import watchnext.feature.content.ContentEncoder;
import watchnext.settings.Settings;

class BatchHistoriesTest {

  @Test
  void aHistoryWithoutOrderLeavesThePositiveOut() {
    List<Video> videos = new ArrayList<>();
    for (int v = 0; v < 5; v++) {
      videos.add(new Video("v" + v, "", "", List.of(), "", 0, Video.ALWAYS_THERE));
    }
    Catalog catalog = new Catalog(List.of(User.unknown("a"), User.unknown("b")), videos);
    Interactions watches =
        Interactions.of(2, 5, new int[] {0, 0, 0, 1, 1}, new int[] {0, 2, 4, 1, 2});
    NextWatchExamples examples = NextWatchExamples.unordered(watches);
    TwoTowerConfig config =
        Settings.with(
            TwoTowerConfig.defaults(),
            "guards.historyDropout=0",
            "history.length=9",
            "history.decay=1",
            "history.halfLifeDays=.inf");
    SplittableRandom random = new SplittableRandom(1);
    SharedEmbeddings embeddings =
        new SharedEmbeddings(ContentEncoder.encode(catalog), new boolean[5], 4, 1, random);
    BatchHistories histories = new BatchHistories(examples, config, 5);
    histories.fill(new int[] {0, 1, 2, 3, 4}, 0, embeddings, random);
    // Local numbers follow first appearance: 4 and 2 for the row of 0, then 0, and so on.
    int[][] expected = {{4, 2}, {4, 0}, {2, 0}, {2}, {1}};
    for (int row = 0; row < 5; row++) {
      List<Integer> locals = new ArrayList<>();
      for (int k = histories.offset(row); k < histories.offset(row + 1); k++) {
        locals.add(histories.entry(k));
      }
      List<Integer> wanted = new ArrayList<>();
      for (int video : expected[row]) {
        wanted.add(embeddings.add(video));
      }
      assertThat(locals).isEqualTo(wanted);
    }
  }
}
