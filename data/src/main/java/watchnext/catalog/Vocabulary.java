package watchnext.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import watchnext.require.Require;

/**
 * Converts identifiers to dense ordinals and back: ordinals run from 0 in the order of first
 * appearance. Models, matrices and indexes use ordinals only.
 *
 * <p>A vocabulary {@link #with} one more identifier shares two tables with the one before: that of
 * the first identifiers, and that of the added ones. A vocabulary ignores added identifiers at or
 * above its own size. <i>Immutable.</i>
 */
public final class Vocabulary {

  /** The answer of {@link #find} for an identifier that is not here. */
  public static final int UNKNOWN = -1;

  private final List<String> ids;
  private final Map<String, Integer> ordinals;
  private final ConcurrentMap<String, Integer> added;

  private Vocabulary(
      List<String> ids, Map<String, Integer> ordinals, ConcurrentMap<String, Integer> added) {
    this.ids = ids;
    this.ordinals = ordinals;
    this.added = added;
  }

  /**
   * Numbers {@code ids} in their order.
   *
   * @throws IllegalArgumentException when an identifier comes twice
   */
  public static Vocabulary of(Collection<String> ids) {
    Map<String, Integer> ordinals = new HashMap<>(ids.size() * 2);
    List<String> list = new ArrayList<>(ids.size());
    for (String id : ids) {
      if (ordinals.put(id, list.size()) != null) {
        throw new IllegalArgumentException("identifiers must be unique, \"" + id + "\" came twice");
      }
      list.add(id);
    }
    return new Vocabulary(Collections.unmodifiableList(list), ordinals, new ConcurrentHashMap<>());
  }

  /**
   * These identifiers and one more, which gets the next ordinal.
   *
   * @throws IllegalArgumentException when it is here already
   */
  Vocabulary with(String id) {
    Require.that(find(id) == UNKNOWN, "identifiers must be unique, \"%s\" came twice", id);
    added.put(id, ids.size());
    return new Vocabulary(Appended.to(ids, id), ordinals, added);
  }

  /** Number of identifiers. */
  public int size() {
    return ids.size();
  }

  /** All identifiers, by ordinal. */
  public List<String> ids() {
    return ids;
  }

  /** The identifier of {@code ordinal}. */
  public String id(int ordinal) {
    return ids.get(ordinal);
  }

  /** The ordinal of {@code id}, or {@link #UNKNOWN}. */
  public int find(String id) {
    Integer first = ordinals.get(id);
    return first == null ? findAdded(id) : first;
  }

  /** The table of those added is shared with longer vocabularies: the list has the last word. */
  private int findAdded(String id) {
    Integer ordinal = added.get(id);
    if (ordinal == null || (ordinal < ids.size() && ids.get(ordinal).equals(id))) {
      return ordinal == null ? UNKNOWN : ordinal;
    }
    int place = ids.size() - 1;
    while (place >= ordinals.size() && !ids.get(place).equals(id)) {
      place--;
    }
    return place < ordinals.size() ? UNKNOWN : place;
  }

  /**
   * The ordinal of {@code id}.
   *
   * @throws IllegalArgumentException when it is not here
   */
  public int ordinal(String id) {
    int ordinal = find(id);
    Require.that(ordinal != UNKNOWN, "unknown identifier \"%s\"", id);
    return ordinal;
  }
}
