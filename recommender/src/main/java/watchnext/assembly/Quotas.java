package watchnext.assembly;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import watchnext.require.Require;
import watchnext.settings.Setting;

/**
 * How many candidates each source may bring; a source that is not named brings none.
 * <i>Immutable.</i>
 */
public record Quotas(
    @Setting(
            meaning = "candidates that each source may bring at least; validation adds to it",
            range = "[0, inf)")
        Map<SourceKind, Integer> places) {

  /**
   * What every source gets before validation has a say. The embedding model gets more, since it
   * gains most from the days between the choice and serving. The last three find what no count of
   * watches can show yet; their worth is that new videos are shown at all.
   */
  public static final Quotas LEAST =
      new Quotas(
          Map.of(
              SourceKind.TWO_TOWER, 100,
              SourceKind.NEIGHBOURS, 20,
              SourceKind.ALS, 20,
              SourceKind.POPULAR, 20,
              SourceKind.FRESH, 20,
              SourceKind.COLD, 40,
              SourceKind.EXPLORE, 10));

  /** Takes a copy with all sources in their order and checks that no quota is negative. */
  public Quotas {
    EnumMap<SourceKind, Integer> ordered = new EnumMap<>(SourceKind.class);
    for (SourceKind kind : SourceKind.values()) {
      ordered.put(kind, places.getOrDefault(kind, 0));
    }
    for (int quota : ordered.values()) {
      Require.that(quota >= 0, "a quota must be 0 or more, was %s", quota);
    }
    places = Collections.unmodifiableMap(ordered);
  }

  /** The quota of one source. */
  public int of(SourceKind kind) {
    return places.getOrDefault(kind, 0);
  }
}
