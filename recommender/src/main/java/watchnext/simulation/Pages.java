package watchnext.simulation;

import java.util.BitSet;
import java.util.List;
import watchnext.retrieval.PopularSource;
import watchnext.retrieval.PopularityWindow;
import watchnext.retrieval.Retrieved;
import watchnext.task.Asked;
import watchnext.task.Filter;

/** Fills what a policy leaves empty, so that every page is full. <i>Stateless.</i> */
final class Pages {

  private Pages() {}

  /**
   * {@code chosen} and, where it is shorter than a page, what is popular and may be shown: a new
   * user has no history to score by, and still gets a page. Only where nothing else is left do
   * videos come again that were shown lately.
   */
  static int[] filled(int[] chosen, Visit visit, PopularityWindow popularity) {
    if (chosen.length == visit.pageSize()) {
      return chosen;
    }
    BitSet withheld = (BitSet) visit.shownLately().clone();
    for (int video : chosen) {
      withheld.set(video);
    }
    int[] page = append(chosen, visit, popularity, withheld);
    if (page.length == visit.pageSize()) {
      return page;
    }
    BitSet onPage = new BitSet();
    for (int video : page) {
      onPage.set(video);
    }
    return append(page, visit, popularity, onPage);
  }

  private static int[] append(
      int[] page, Visit visit, PopularityWindow popularity, BitSet withheld) {
    Asked asked = visit.asked().under(List.of(new Filter("withheld", withheld::get)));
    Retrieved more = new PopularSource(popularity).retrieve(asked, visit.pageSize() - page.length);
    int[] longer = new int[page.length + more.size()];
    System.arraycopy(page, 0, longer, 0, page.length);
    System.arraycopy(more.videos(), 0, longer, page.length, more.size());
    return longer;
  }
}
