package watchnext.retrieval;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.feature.FeatureState;
import watchnext.feature.History;

/**
 * Which videos may be recommended to a user now: those that are uploaded and that the user has not
 * opened, watched or rated before, nor said they do not want. Policy, not learning; it stands
 * before every source and counts what it turns away: each video once, however many sources ask, and
 * however often a search comes by it. The answers are kept in two bits a video.
 *
 * <p><i>Confined: one request, one thread.</i>
 */
public final class Eligibility implements IntPredicate {

  private final FeatureState state;
  private final Catalog catalog;
  private final int user;
  private final long epochSecond;
  private final BitSet chosen = new BitSet();
  private final BitSet asked = new BitSet();
  private final BitSet passed = new BitSet();
  private int notYetUploaded;
  private int alreadySeen;
  private int notInterested;

  /** The rule for {@code user} at the time of {@code context}. */
  public Eligibility(FeatureState state, int user, Context context) {
    this(state, user, context, History.EMPTY);
  }

  /** The rule for {@code user}, to whom what they chose at sign-up is no news either. */
  public Eligibility(FeatureState state, int user, Context context, History choices) {
    for (int i = 0; i < choices.size(); i++) {
      chosen.set(choices.video(i));
    }
    this.state = state;
    this.catalog = state.catalog();
    this.user = user;
    this.epochSecond = context.epochSecond();
  }

  @Override
  public boolean test(int video) {
    if (!asked.get(video)) {
      asked.set(video);
      passed.set(video, decide(video));
    }
    return passed.get(video);
  }

  private boolean decide(int video) {
    if (!catalog.video(video).isAvailableAt(epochSecond)) {
      notYetUploaded++;
      return false;
    }
    if (user == RetrievalRequest.NOBODY) {
      return true;
    }
    if (chosen.get(video) || state.hasSeen(user, video)) {
      alreadySeen++;
      return false;
    }
    if (state.hasDismissed(user, video)) {
      notInterested++;
      return false;
    }
    return true;
  }

  /** How many videos were turned away so far, by reason. */
  public Map<String, Integer> removed() {
    Map<String, Integer> reasons = new LinkedHashMap<>();
    reasons.put("not yet uploaded", notYetUploaded);
    reasons.put("already seen", alreadySeen);
    reasons.put("not interested", notInterested);
    return reasons;
  }
}
