package watchnext.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import watchnext.feature.FeatureState;
import watchnext.require.Require;
import watchnext.task.Asked;
import watchnext.task.RankedList;

/**
 * Asks several recommenders the same requests, in order of time, and judges their lists.
 *
 * <p>Before each request the caller is told its time and moves the state that the recommenders read
 * (histories, counters) up to it, exclusively; that is not timed. Then every contender answers in
 * turn, each an {@link Asked} of its own, so that none profits from what another has computed.
 * Equal scores are put in a random order, lists are cut at the contender's depth, and each
 * request's metrics are kept, so that rows can be compared request by request.
 *
 * <p><i>Confined: one thread at a time.</i>
 */
public final class Evaluator {

  private final EvaluationSet set;
  private final EvaluationSettings settings;
  private final LongSupplier nanoClock;

  /** An evaluator of the given requests. */
  public Evaluator(EvaluationSet set, EvaluationSettings settings) {
    this(set, settings, System::nanoTime);
  }

  /** With another clock, for tests. */
  Evaluator(EvaluationSet set, EvaluationSettings settings, LongSupplier nanoClock) {
    this.set = set;
    this.settings = settings;
    this.nanoClock = nanoClock;
  }

  /**
   * Asks every contender every request.
   *
   * @param contenders at least one, of different names
   * @param stateAt told the epoch second of each request before it is asked, never descending:
   *     answers what was known strictly before it (also the place to show progress)
   * @throws IllegalArgumentException when names repeat, or a list holds a video twice or one that
   *     does not exist
   */
  public EvaluationReport evaluate(List<Contender> contenders, LongFunction<FeatureState> stateAt) {
    checkNames(contenders);
    List<Scoresheet> sheets = new ArrayList<>();
    for (Contender contender : contenders) {
      sheets.add(new Scoresheet(contender, settings, set));
    }
    TieBreak tieBreak = new TieBreak(settings.seed());
    for (int r = 0; r < set.size(); r++) {
      EvaluationRequest request = set.requests().get(r);
      FeatureState state = stateAt.apply(request.epochSecond());
      Map<Slice, int[]> relevant = relevant(request);
      for (Scoresheet sheet : sheets) {
        ask(sheet, r, state, relevant, tieBreak);
      }
    }
    int[] users = set.requests().stream().mapToInt(EvaluationRequest::user).toArray();
    UserBootstrap bootstrap = new UserBootstrap(users, settings.resamples(), settings.seed());
    return new EvaluationReport(
        set.description(), sheets.stream().map(sheet -> sheet.row(bootstrap)).toList(), bootstrap);
  }

  private static void checkNames(List<Contender> contenders) {
    Set<String> names = new HashSet<>();
    for (Contender contender : contenders) {
      Require.that(
          names.add(contender.name()),
          "contenders must have different names, had %s twice",
          contender.name());
    }
    Require.that(!names.isEmpty(), "contenders must be at least one, were none");
  }

  private Map<Slice, int[]> relevant(EvaluationRequest request) {
    Map<Slice, int[]> relevant = new EnumMap<>(Slice.class);
    for (Slice slice : Slice.values()) {
      int[] videos = slice.relevant(request, set.facts());
      if (videos.length > 0) {
        relevant.put(slice, videos);
      }
    }
    return relevant;
  }

  private void ask(
      Scoresheet sheet, int r, FeatureState state, Map<Slice, int[]> relevant, TieBreak tieBreak) {
    EvaluationRequest request = set.requests().get(r);
    Contender contender = sheet.contender();
    long start = nanoClock.getAsLong();
    Asked asked = Asked.of(request.user(), request.context(), state);
    RankedList list = contender.recommender().recommend(asked, contender.depth());
    long taken = nanoClock.getAsLong() - start;
    for (int video : list.videos()) {
      if (video < 0 || video >= set.facts().videos()) {
        throw new IllegalArgumentException(
            contender.name()
                + " must list ordinals in [0, "
                + set.facts().videos()
                + "), listed "
                + video);
      }
    }
    sheet.note(r, tieBreak.top(request, list, contender.depth()), relevant, taken);
  }
}
