package watchnext.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.catalog.Vocabulary;
import watchnext.feature.FeatureState;
import watchnext.feature.History;
import watchnext.math.Shuffle;

/**
 * A request inside the funnel: the user resolved to an ordinal, with what is known at that instant.
 * Made once a request; sources, rankers and evaluation read the same object, so a user vector or a
 * factor is computed once ({@link #once}).
 *
 * <table>
 *   <caption>history and filters, by who asks</caption>
 *   <tr><th></th><th>history</th><th>removed</th></tr>
 *   <tr><td>a user with a history</td><td>good watches</td><td>future uploads, seen, dismissed</td></tr>
 *   <tr><td>a user without one</td><td>choices at sign-up</td><td>these, and the choices</td></tr>
 *   <tr><td>{@link #NOBODY}</td><td>none</td><td>future uploads</td></tr>
 * </table>
 *
 * <p><i>Confined: one request, one thread, while the state stands still.</i>
 */
public final class Asked {

  /** The ordinal of someone without an account. */
  public static final int NOBODY = -1;

  private static final long USERS = 0x9e3779b97f4a7c15L;

  private final int user;
  private final Context context;
  private final FeatureState state;
  private final History history;
  private final boolean hasChosen;
  private final Eligibility eligibility;
  private final Map<PerRequest<?>, Object> values = new HashMap<>();

  private Asked(
      int user,
      Context context,
      FeatureState state,
      History history,
      boolean hasChosen,
      List<Filter> filters) {
    this.user = user;
    this.context = context;
    this.state = state;
    this.history = history;
    this.hasChosen = hasChosen;
    this.eligibility = new Eligibility(filters);
  }

  /** What {@code request} asks, as {@code state} knows it. */
  public static Asked of(Request request, FeatureState state) {
    int user = state.catalog().userVocabulary().find(request.userId());
    if (user == Vocabulary.UNKNOWN) {
      return of(NOBODY, request.context(), state);
    }
    Asked asked = of(user, request.context(), state);
    return asked.history.size() > 0 || request.choices().isEmpty()
        ? asked
        : asked.choosing(chosen(request, state.catalog()));
  }

  /**
   * A request of {@code user} in {@code context}.
   *
   * @param user ordinal of the user, or {@link #NOBODY}
   */
  public static Asked of(int user, Context context, FeatureState state) {
    History history = user == NOBODY ? History.EMPTY : state.history(user);
    return new Asked(user, context, state, history, false, houseRules(user, context, state));
  }

  private static List<Filter> houseRules(int user, Context context, FeatureState state) {
    long now = context.epochSecond();
    return List.of(
        new Filter("not yet uploaded", v -> !state.isAvailable(v, now)),
        new Filter("already seen", v -> user != NOBODY && state.hasSeen(user, v)),
        new Filter("not interested", v -> user != NOBODY && state.hasDismissed(user, v)));
  }

  /** The choices as good watches of the second before the request. */
  private static History chosen(Request request, Catalog catalog) {
    int[] videos =
        request.choices().stream().mapToInt(catalog.videoVocabulary()::ordinal).toArray();
    long[] times = new long[videos.length];
    Arrays.fill(times, request.context().epochSecond() - 1);
    return History.of(videos, times);
  }

  /** The same request with {@code choices} in place of a history; they are not news either. */
  public Asked choosing(History choices) {
    BitSet chosen = new BitSet();
    for (int i = 0; i < choices.size(); i++) {
      chosen.set(choices.video(i));
    }
    List<Filter> filters = new ArrayList<>(eligibility.filters());
    filters.add(1, new Filter("already seen", chosen::get));
    return new Asked(user, context, state, choices, true, filters);
  }

  /** The same request under further filters, which are tested after those of the house. */
  public Asked under(List<Filter> more) {
    List<Filter> filters = new ArrayList<>(eligibility.filters());
    filters.addAll(more);
    return new Asked(user, context, state, history, hasChosen, filters);
  }

  /** The value of {@code what} for this request: computed when first asked for, then kept. */
  @SuppressWarnings("unchecked") // a key's value is what the key made
  public <T> T once(PerRequest<T> what) {
    T value = (T) values.get(what);
    if (value == null) {
      value = what.of(this);
      values.put(what, value);
    }
    return value;
  }

  /** Ordinal of the user, or {@link #NOBODY}. */
  public int user() {
    return user;
  }

  /** Whether the user is one of the catalogue. */
  public boolean isKnown() {
    return user != NOBODY;
  }

  /** Time and device. */
  public Context context() {
    return context;
  }

  /** Seconds since 1970 of the request: all that is known happened strictly before. */
  public long epochSecond() {
    return context.epochSecond();
  }

  /** What is known at this instant. */
  public FeatureState state() {
    return state;
  }

  /** The users and videos of the data. */
  public Catalog catalog() {
    return state.catalog();
  }

  /** The user's good watches, or what they chose at sign-up. */
  public History history() {
    return history;
  }

  /** Whether the history is what the user chose at sign-up. */
  public boolean hasChosen() {
    return hasChosen;
  }

  /** Which videos may be recommended. */
  public Eligibility eligibility() {
    return eligibility;
  }

  /**
   * The order of videos of equal score: random by user and second, so that no list is cut by what
   * the catalogue happens to list first, and the same for all who rank within the request.
   */
  public Shuffle ties() {
    return new Shuffle(new SplittableRandom(user * USERS + epochSecond()).nextInt() | 1);
  }

  /** The ordinals of all videos that may be recommended, ascending. Cost: the catalogue. */
  public int[] eligible() {
    return IntStream.range(0, catalog().videos().size()).filter(eligibility).toArray();
  }
}
