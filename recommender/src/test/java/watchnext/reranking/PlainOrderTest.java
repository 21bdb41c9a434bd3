package watchnext.reranking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainOrderTest implements RerankerContract {

  @Override
  public Reranker reranker() {
    return new PlainOrder();
  }

  @Test
  void itIsTheRankersOrderCut() {
    Shelf shelf = new Shelf().with("c").with("c").with("c");
    assertThat(shelf.page(reranker(), 2).videos()).containsExactly(0, 1);
  }
}
