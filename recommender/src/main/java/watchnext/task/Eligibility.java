package watchnext.task;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Which videos may be recommended in a request: those that no {@link Filter} removes. A removed
 * video is counted once a request, under the first filter that removes it. The answers are kept in
 * two bits a video.
 *
 * <p><i>Confined: one request, one thread.</i>
 */
public final class Eligibility implements IntPredicate {

  private final List<Filter> filters;
  private final int[] removed;
  private final BitSet tested = new BitSet();
  private final BitSet passed = new BitSet();

  /** The videos that pass all of {@code filters}, which are tested in their order. */
  public Eligibility(List<Filter> filters) {
    this.filters = List.copyOf(filters);
    this.removed = new int[filters.size()];
  }

  @Override
  public boolean test(int video) {
    if (!tested.get(video)) {
      tested.set(video);
      passed.set(video, passes(video));
    }
    return passed.get(video);
  }

  private boolean passes(int video) {
    for (int f = 0; f < removed.length; f++) {
      if (filters.get(f).removes(video)) {
        removed[f]++;
        return false;
      }
    }
    return true;
  }

  /** The filters, in order. */
  List<Filter> filters() {
    return filters;
  }

  /** How many of the videos tested so far were removed, by reason. */
  public Map<String, Integer> removed() {
    Map<String, Integer> reasons = new LinkedHashMap<>();
    for (int f = 0; f < removed.length; f++) {
      reasons.merge(filters.get(f).reason(), removed[f], Integer::sum);
    }
    return reasons;
  }
}
