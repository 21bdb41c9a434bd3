package watchnext.math;

/**
 * A fixed random order of all ordinals, named by a salt: the place of an ordinal is a bijection of
 * 32-bit integers, so nothing is stored and the ordinal is found again from its place.
 *
 * <pre>place(x) = fmix32(x ^ salt)</pre>
 *
 * <p>fmix32 is the finalizer of MurmurHash3: every input bit moves about half of the output; its
 * steps (an odd factor, an exclusive or with a right shift) can each be undone. <i>Immutable.</i>
 *
 * @param salt another salt gives another order; 0 is the order of the ordinals themselves
 */
public record Shuffle(int salt) {

  /** Ordinals ascending. */
  public static final Shuffle NONE = new Shuffle(0);

  /** The place of {@code ordinal}, compared as an unsigned integer. */
  int place(int ordinal) {
    if (salt == 0) {
      return ordinal;
    }
    int x = ordinal ^ salt;
    x = (x ^ (x >>> 16)) * 0x85eb_ca6b;
    x = (x ^ (x >>> 13)) * 0xc2b2_ae35;
    return x ^ (x >>> 16);
  }

  /** The ordinal at {@code place}; the factors are the inverses modulo 2^32. */
  int ordinal(int place) {
    if (salt == 0) {
      return place;
    }
    int x = (place ^ (place >>> 16)) * 0x7ed1_b41d;
    x = (x ^ (x >>> 13) ^ (x >>> 26)) * 0xa5cb_9243;
    return x ^ (x >>> 16) ^ salt;
  }
}
