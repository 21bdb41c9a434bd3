package watchnext.index;

import java.util.BitSet;
import java.util.function.IntPredicate;
import watchnext.math.UnitVectors;
import watchnext.require.Require;
import watchnext.tensor.Tensors;

/** What the indexes have in common: checks and the look at a filter. <i>Stateless.</i> */
final class Searches {

  /** Ordinals tested to learn how many a filter lets through. */
  private static final int SAMPLE = 512;

  private static final int LARGEST_SETTING = 1_000_000;

  /** Lets everything through. */
  static final IntPredicate ALL = ordinal -> true;

  private Searches() {}

  /** Checks a query and {@code k}; returns the query's length. */
  static double check(float[] query, int k, int dimension) {
    Require.atLeast("k", k, 1);
    return UnitVectors.requireQuery(query, dimension);
  }

  /** As {@link #check(float[], int, int)}, for a search with a beam of width {@code ef}. */
  static double check(float[] query, int k, int ef, int dimension) {
    Require.atLeast("ef", ef, 1);
    return check(query, k, dimension);
  }

  /** Share of the ordinals below {@code size} that a filter lets through, by an even sample. */
  static double share(IntPredicate eligible, int size) {
    int tested = Math.min(SAMPLE, size);
    int hits = 0;
    for (int i = 0; i < tested; i++) {
      hits += eligible.test((int) ((long) i * size / tested)) ? 1 : 0;
    }
    // Half a hit more than were seen: a share is never 0.
    return (hits + 0.5) / (tested + 0.5);
  }

  /** Checks that {@code ordinals} holds each number below its length once. */
  static void requireEachOnce(int[] ordinals) {
    BitSet seen = new BitSet(ordinals.length);
    for (int ordinal : ordinals) {
      Require.that(
          ordinal >= 0 && ordinal < ordinals.length && !seen.get(ordinal),
          "every ordinal below %s must be there once, %s is not or comes again",
          ordinals.length,
          ordinal);
      seen.set(ordinal);
    }
  }

  /** A setting that is a whole number, not negative. */
  static int number(Tensors tensors, String name) {
    String value = tensors.setting(name);
    try {
      int number = Integer.parseInt(value);
      if (number >= 0 && number <= LARGEST_SETTING) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "setting \"" + name + "\" must be a number, was \"" + value + "\"", e);
    }
    throw new IllegalArgumentException(
        "setting \"" + name + "\" must be in [0, " + LARGEST_SETTING + "], was " + value);
  }
}
