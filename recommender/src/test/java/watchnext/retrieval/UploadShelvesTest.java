package watchnext.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Catalog;
import watchnext.catalog.Video;

/** Shelves that took in uploads hold what they would hold had the videos been there before. */
class UploadShelvesTest {

  private static final SplittableRandom RANDOM = new SplittableRandom(1);

  private static Video video(int v) {
    String creator = v % 7 == 0 ? "" : "c" + RANDOM.nextInt(v < 40 ? 5 : 8);
    return new Video("v" + v, "", creator, List.of(), "", 0, RANDOM.nextInt(50));
  }

  private final Catalog first =
      new Catalog(List.of(), IntStream.range(0, 40).mapToObj(UploadShelvesTest::video).toList());

  @Test
  void freshVideosComeInTheOrderOfTheirUpload() {
    Catalog catalog = first;
    FreshVideos grown = new FreshVideos(first, 10);
    for (int v = 40; v < 80; v++) {
      catalog = catalog.with(video(v));
      grown = grown.with(v, catalog.video(v).uploadedEpochSecond());
      FreshVideos fresh = new FreshVideos(catalog, 10);
      for (int now = 0; now < 65; now++) {
        assertThat(grown.at(now)).containsExactly(fresh.at(now));
      }
    }
  }

  @Test
  void eachCreatorHasTheirVideosAndTheListsBeforeAreAsTheyWere() {
    Catalog catalog = first;
    CreatorVideos grown = CreatorVideos.of(first);
    CreatorVideos before = grown;
    for (int v = 40; v < 80; v++) {
      before = grown;
      CreatorVideos wantedBefore = CreatorVideos.of(catalog);
      catalog = catalog.with(video(v));
      grown = grown.with(catalog);
      CreatorVideos wanted = CreatorVideos.of(catalog);
      for (int c = 0; c < 9; c++) {
        assertThat(grown.of("c" + c)).containsExactly(wanted.of("c" + c));
        assertThat(before.of("c" + c)).containsExactly(wantedBefore.of("c" + c));
      }
      assertThat(grown.creator(v)).isEqualTo(catalog.video(v).creatorId());
    }
  }

  @Test
  void whatTrainingNeverMetHasTheUploadsAtItsEndAndTheListBeforeIsAsItWas() {
    UnmetVideos grown = UnmetVideos.of(40, v -> v % 3 != 0);
    int[] blank = new int[200];
    for (int v = 40; v < 160; v++) {
      UnmetVideos before = grown;
      grown = before.with(v);
      assertThat(grown.contains(v)).isTrue();
      assertThat(before.contains(v)).isFalse();
    }
    assertThat(grown.size()).isEqualTo(14 + 120);
    assertThat(grown.copy(0, blank)).isEqualTo(134);
    assertThat(blank).startsWith(0, 3, 6).contains(39, 40, 159);
    assertThat(grown.contains(38)).isFalse();
  }
}
