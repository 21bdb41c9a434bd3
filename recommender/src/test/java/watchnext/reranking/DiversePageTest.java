package watchnext.reranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DiversePageTest implements RerankerContract {

  private static final VideoSimilarity UNRELATED = (a, b) -> a == b ? 1 : 0;

  /** No caps, no freshness, the ranker's order. */
  private static final PageRules PLAIN = new PageRules(50, 1, 100, 100, 0, 1);

  @Override
  public Reranker reranker() {
    return new DiversePage(new PageRules(40, 0.7, 2, 3, 0.1, 1), (a, b) -> a % 7 == b % 7 ? 1 : 0);
  }

  @Test
  void lambdaOneKeepsTheRankersOrderWhateverIsAlike() {
    Shelf shelf = new Shelf().with("").with("").with("").with("").with("");
    Page page = shelf.page(new DiversePage(PLAIN, (a, b) -> 1), 4);
    assertThat(page.videos()).containsExactly(0, 1, 2, 3);
    assertThat(page.heldBack().values()).containsOnly(0);
  }

  /**
   * Scaled scores are 1, 0.75, 0.5, 0.25, 0. With lambda 0.6 and videos 0 and 1 alike, after video
   * 0 video 1 is worth 0.6 * 0.75 - 0.4 = 0.05, video 2 is worth 0.3, video 3 0.15 and video 4 0.
   */
  @Test
  void aDuplicateFallsByWhatItsLikenessCosts() {
    Shelf shelf = new Shelf().with("").with("").with("").with("").with("");
    VideoSimilarity twins = (a, b) -> a + b == 1 ? 1 : 0;
    Page page = shelf.page(new DiversePage(lambda(0.6), twins), 5);
    assertThat(page.videos()).containsExactly(0, 2, 3, 1, 4);
    assertThat(page.heldBackForDiversity()).isEqualTo(2);
  }

  @Test
  void lambdaZeroAsksForUnlikenessAlone() {
    Shelf shelf = new Shelf().with("").with("").with("").with("");
    VideoSimilarity likeTheFirst = (a, b) -> Math.min(a, b) == 0 ? 0.9f - 0.1f * Math.max(a, b) : 0;
    assertThat(shelf.page(new DiversePage(lambda(0), likeTheFirst), 2).videos())
        .containsExactly(0, 3);
  }

  @Test
  void theNearestVideoOfThePageCountsNotTheLatest() {
    Shelf shelf = new Shelf().with("").with("").with("").with("");
    VideoSimilarity likeTheFirst = (a, b) -> a + b == 2 && a != b ? 1 : 0;
    // Video 2 is like video 0 only: placing video 1 in between must not make it forgotten.
    assertThat(shelf.page(new DiversePage(lambda(0.6), likeTheFirst), 3).videos())
        .containsExactly(0, 1, 3);
  }

  @Test
  void aCreatorHasItsShareOfThePageAndNoMore() {
    Shelf shelf = new Shelf().with("c").with("c").with("c").with("d").with("e");
    Page page = shelf.page(new DiversePage(caps(2, 100), UNRELATED), 4);
    assertThat(page.videos()).containsExactly(0, 1, 3, 4);
    assertThat(page.heldBack())
        .isEqualTo(Map.of("creator had its share", 2, "tag had its share", 0, "too much alike", 0));
  }

  @Test
  void aLeadingTagHasItsShareAndOtherTagsDoNotCount() {
    Shelf shelf = new Shelf().with("a", "x").with("b", "x", "y").with("c", "y", "x").with("d", "z");
    Page page = shelf.page(new DiversePage(caps(100, 1), UNRELATED), 3);
    assertThat(page.videos()).containsExactly(0, 2, 3);
    assertThat(page.heldBackByTag()).isEqualTo(2);
    assertThat(page.heldBackByCreator()).isZero();
  }

  @Test
  void nobodysVideosWithoutTagsAreNotCapped() {
    Shelf shelf = new Shelf().with("").with("").with("");
    assertThat(shelf.page(new DiversePage(caps(1, 1), UNRELATED), 3).videos())
        .containsExactly(0, 1, 2);
  }

  @Test
  void capsGiveWayWhenTheyLeaveNothing() {
    Shelf shelf = new Shelf().with("c").with("c").with("c").with("d");
    Page page = shelf.page(new DiversePage(caps(1, 100), UNRELATED), 4);
    assertThat(page.videos()).containsExactly(0, 3, 1, 2);
    // Only at the second place did anything stand back; at the last two the cap gave way.
    assertThat(page.heldBackByCreator()).isEqualTo(1);
    assertThat(page.heldBackForDiversity()).isZero();
  }

  /** Scaled scores 1, 0.5 and 0; a bonus of 1 halves each day: 1 a day old gains 0.5, 0 gains 1. */
  @Test
  void freshnessLiftsNewVideosAndFadesByHalf() {
    PageRules fresh = new PageRules(50, 1, 100, 100, 1, 1);
    Shelf shelf = new Shelf().withAge(1000).withAge(1).withAge(0);
    assertThat(shelf.page(new DiversePage(fresh, UNRELATED), 3).videos()).containsExactly(0, 1, 2);
    PageRules fresher = new PageRules(50, 1, 100, 100, 1.1, 1);
    // 1, 0.5 + 0.55 = 1.05, 0 + 1.1: the newest first, the oldest last.
    assertThat(shelf.page(new DiversePage(fresher, UNRELATED), 3).videos())
        .containsExactly(2, 1, 0);
  }

  @Test
  void whatFreshnessLiftsDoesNotCountAsLikeness() {
    PageRules fresh = new PageRules(50, 0.9, 100, 100, 5, 1);
    Shelf shelf = new Shelf().with("").withAge(0);
    Page page = shelf.page(new DiversePage(fresh, UNRELATED), 2);
    assertThat(page.videos()).containsExactly(1, 0);
    assertThat(page.heldBackForDiversity()).isZero();
  }

  @Test
  void aVideoThatWasAlwaysThereIsNotFresh() {
    PageRules fresh = new PageRules(50, 1, 100, 100, 5, 1);
    Shelf shelf = new Shelf().with("").withAge(0);
    assertThat(shelf.page(new DiversePage(fresh, UNRELATED), 2).videos()).containsExactly(1, 0);
  }

  @Test
  void onlyThePoolIsLookedAtUnlessThePageIsLonger() {
    Shelf shelf = new Shelf().with("").withAge(1000).withAge(0);
    PageRules narrow = new PageRules(2, 1, 100, 100, 5, 1);
    assertThat(shelf.page(new DiversePage(narrow, UNRELATED), 2).videos()).containsExactly(0, 1);
    assertThat(shelf.page(new DiversePage(narrow, UNRELATED), 3).videos()).contains(2);
  }

  private static PageRules lambda(double relevanceWeight) {
    return new PageRules(50, relevanceWeight, 100, 100, 0, 1);
  }

  private static PageRules caps(int creator, int tag) {
    return new PageRules(50, 1, creator, tag, 0, 1);
  }
}
