package watchnext.retrieval;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.feature.FeatureState;

/**
 * Which videos may be recommended to a user now: those that are uploaded and that the user has not
 * opened, watched or rated before. Policy, not learning; it stands before every source and counts
 * what it turns away.
 *
 * <p><i>Confined: one request, one thread.</i>
 */
public final class Eligibility implements IntPredicate {

  private final FeatureState state;
  private final Catalog catalog;
  private final int user;
  private final long epochSecond;
  private int notYetUploaded;
  private int alreadySeen;

  /** The rule for {@code user} at the time of {@code context}. */
  public Eligibility(FeatureState state, int user, Context context) {
    this.state = state;
    this.catalog = state.catalog();
    this.user = user;
    this.epochSecond = context.epochSecond();
  }

  @Override
  public boolean test(int video) {
    if (!catalog.video(video).isAvailableAt(epochSecond)) {
      notYetUploaded++;
      return false;
    }
    if (state.hasSeen(user, video)) {
      alreadySeen++;
      return false;
    }
    return true;
  }

  /** How often videos were turned away so far, by reason. */
  public Map<String, Integer> removed() {
    Map<String, Integer> reasons = new LinkedHashMap<>();
    reasons.put("not yet uploaded", notYetUploaded);
    reasons.put("already seen", alreadySeen);
    return reasons;
  }
}
