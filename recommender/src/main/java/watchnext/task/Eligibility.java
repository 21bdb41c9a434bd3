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
  private final IntPredicate[] rules;
  private final int[] counts;
  private final BitSet passed = new BitSet();
  private final BitSet removed = new BitSet();

  /** The videos that pass all of {@code filters}, which are tested in their order. */
  public Eligibility(List<Filter> filters) {
    this.filters = List.copyOf(filters);
    this.rules = filters.stream().map(Filter::rule).toArray(IntPredicate[]::new);
    this.counts = new int[rules.length];
  }

  @Override
  public boolean test(int video) {
    // Most videos pass, and most are asked for by several sources: one look settles these.
    return passed.get(video) || (!removed.get(video) && passes(video));
  }

  private boolean passes(int video) {
    for (int r = 0; r < rules.length; r++) {
      if (rules[r].test(video)) {
        counts[r]++;
        removed.set(video);
        return false;
      }
    }
    passed.set(video);
    return true;
  }

  /** The filters, in order. */
  List<Filter> filters() {
    return filters;
  }

  /** How many of the videos tested so far were removed, by reason. */
  public Map<String, Integer> removed() {
    Map<String, Integer> reasons = new LinkedHashMap<>();
    for (int f = 0; f < counts.length; f++) {
      reasons.merge(filters.get(f).reason(), counts[f], Integer::sum);
    }
    return reasons;
  }
}
