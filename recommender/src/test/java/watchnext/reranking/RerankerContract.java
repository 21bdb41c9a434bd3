package watchnext.reranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import watchnext.task.RankedList;

/** What every {@link Reranker} promises. */
@Tag("contract")
interface RerankerContract {

  /** The reranker under test. */
  Reranker reranker();

  /** Eighty videos of few creators and tags, some of neither, some new. */
  private static Shelf shelf(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Shelf shelf = new Shelf();
    for (int v = 0; v < 80; v++) {
      switch (random.nextInt(4)) {
        case 0 -> shelf.withAge(random.nextInt(10));
        case 1 -> shelf.with("c" + random.nextInt(5));
        default -> shelf.with("c" + random.nextInt(5), "t" + random.nextInt(3));
      }
    }
    return shelf;
  }

  @Test
  default void aPageIsAsLongAsWantedOrAsThereAreVideos() {
    for (int size : new int[] {0, 1, 2, 10, 79, 80, 81, 500}) {
      assertThat(shelf(size).page(reranker(), size).size()).isEqualTo(Math.min(size, 80));
    }
  }

  @Test
  default void noVideoStandsTwiceAndEachIsAmongTheRanked() {
    for (int seed = 0; seed < 20; seed++) {
      Page page = shelf(seed).page(reranker(), 30);
      assertThat(page.videos()).doesNotHaveDuplicates();
      assertThat(Arrays.stream(page.videos()).allMatch(v -> v >= 0 && v < 80)).isTrue();
    }
  }

  @Test
  default void scoresAreThoseOfTheRanker() {
    Shelf shelf = shelf(3);
    Page page = shelf.page(reranker(), 30);
    assertThat(page.scores()).hasSize(page.size());
    for (int place = 0; place < page.size(); place++) {
      assertThat(page.scores()[place]).isEqualTo(10 - page.videos()[place]);
    }
  }

  @Test
  default void nothingRankedIsAnEmptyPage() {
    Page page = reranker().rerank(RankedList.EMPTY, shelf(1).catalog(), Shelf.NOW, 10);
    assertThat(page.size()).isZero();
    assertThat(page.heldBack().values()).allMatch(count -> count == 0);
  }

  @Test
  default void equalScoresMakeAFullPageToo() {
    RankedList tied = new RankedList(new int[] {4, 9, 2}, new float[] {1, 1, 1});
    assertThat(reranker().rerank(tied, shelf(1).catalog(), Shelf.NOW, 3).videos())
        .containsExactlyInAnyOrder(4, 9, 2);
  }

  @Test
  default void theRankedListIsLeftAsItWas() {
    Shelf shelf = shelf(5);
    RankedList ranked = shelf.ranked();
    reranker().rerank(ranked, shelf.catalog(), Shelf.NOW, 20);
    assertThat(ranked.videos()).isEqualTo(shelf.ranked().videos());
    assertThat(ranked.scores()).isEqualTo(shelf.ranked().scores());
  }
}
