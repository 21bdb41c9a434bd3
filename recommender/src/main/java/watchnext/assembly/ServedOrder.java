package watchnext.assembly;

import java.util.List;
import watchnext.require.Require;

/**
 * How the page puts its candidates in order, as validation decided. <i>Immutable.</i>
 *
 * @param page which order makes the page
 * @param leading the best single source; its order is the page's where {@code page} says so
 * @param offered the learnt rankers that beat the union's order, the simplest first; others are not
 *     to be used
 */
public record ServedOrder(RankerKind page, SourceKind leading, List<RankerKind> offered) {

  /** Takes a copy and checks that the page uses what is offered. */
  public ServedOrder {
    offered = List.copyOf(offered);
    Require.that(
        !page.isLearnt() || offered.contains(page),
        "the page's ranker must be one of those offered, %s, was %s",
        offered,
        page);
  }

  /** The parts of the blend. */
  public List<RankerKind> blended() {
    return offered.stream().filter(kind -> kind != RankerKind.BLEND).toList();
  }
}
