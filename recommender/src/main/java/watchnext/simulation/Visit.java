package watchnext.simulation;

import java.util.BitSet;
import watchnext.catalog.Context;
import watchnext.feature.FeatureState;
import watchnext.retrieval.RetrievalRequest;

/**
 * What a policy is told when a user asks for a page. Nothing of it is hidden from a platform. <i>As
 * immutable as the state it points to, which stands still during the visit.</i>
 *
 * @param user ordinal of the user
 * @param context when, and on what device
 * @param pageSize places on the page
 * @param state what is known at this instant
 * @param shownLately videos that stood on this user's pages lately and are not to be repeated
 * @param luckKey seed for choices that a policy leaves to chance: the same for every policy on the
 *     same page of the same session, and for nothing else
 */
public record Visit(
    int user, Context context, int pageSize, FeatureState state, BitSet shownLately, long luckKey) {

  /** The visit as retrieval sees it. */
  RetrievalRequest request() {
    return RetrievalRequest.of(user, context, state);
  }

  /**
   * The videos that may stand on the page, ascending: uploaded, not opened or refused before, not
   * shown lately. Where that leaves fewer than a page, what was shown lately may come again.
   */
  BitSet open() {
    RetrievalRequest request = request();
    BitSet open = new BitSet();
    for (int video = 0; video < request.catalog().videos().size(); video++) {
      open.set(video, request.eligibility().test(video));
    }
    BitSet unshown = (BitSet) open.clone();
    unshown.andNot(shownLately);
    return unshown.cardinality() < pageSize ? open : unshown;
  }
}
