package watchnext.simulation;

import java.util.BitSet;
import watchnext.task.Asked;
import watchnext.task.Filter;

/**
 * What a policy is told when a user asks for a page. Nothing of it is hidden from a platform. <i>As
 * immutable as the state it points to, which stands still during the visit.</i>
 *
 * @param requestId names the page in the log of events
 * @param asked who asks, when, and what is known at this instant
 * @param pageSize places on the page
 * @param shownLately videos that stood on this user's pages lately and are not to be repeated
 * @param luckKey seed for choices that a policy leaves to chance: the same for every policy on the
 *     same page of the same session, and for nothing else
 */
public record Visit(String requestId, Asked asked, int pageSize, BitSet shownLately, long luckKey) {

  /**
   * The rule of the house, the same for every policy: without it one that leaves nothing to chance
   * would show the same unopened page again and again.
   */
  Filter unrepeated() {
    return new Filter("shown lately", shownLately::get);
  }

  /**
   * The videos that may stand on the page, ascending: uploaded, not opened or refused before, not
   * shown lately. Where that leaves fewer than a page, what was shown lately may come again.
   */
  BitSet open() {
    BitSet open = new BitSet();
    for (int video : asked.eligible()) {
      open.set(video);
    }
    BitSet unshown = (BitSet) open.clone();
    unshown.andNot(shownLately);
    return unshown.cardinality() < pageSize ? open : unshown;
  }
}
