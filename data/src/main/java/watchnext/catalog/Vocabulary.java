package watchnext.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The one place where an identifier becomes a dense ordinal and back: ordinals run from 0 in the
 * order of first appearance. Models, matrices and indexes speak ordinals only. <i>Immutable.</i>
 */
public final class Vocabulary {

  /** The answer of {@link #find} for an identifier that is not here. */
  public static final int UNKNOWN = -1;

  private final List<String> ids;
  private final Map<String, Integer> ordinals;

  private Vocabulary(List<String> ids, Map<String, Integer> ordinals) {
    this.ids = ids;
    this.ordinals = ordinals;
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
    return new Vocabulary(Collections.unmodifiableList(list), ordinals);
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
    return ordinals.getOrDefault(id, UNKNOWN);
  }

  /**
   * The ordinal of {@code id}.
   *
   * @throws IllegalArgumentException when it is not here
   */
  public int ordinal(String id) {
    int ordinal = find(id);
    if (ordinal == UNKNOWN) {
      throw new IllegalArgumentException("unknown identifier \"" + id + "\"");
    }
    return ordinal;
  }
}
