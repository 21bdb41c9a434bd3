package watchnext.synthetic.truth;

/**
 * All chance of the world, by name instead of by turn: a draw is a hash of what it is for, so that
 * it does not depend on what was drawn before it.
 *
 * <p>This is what makes <i>common random numbers</i> possible: the luck of user 7 with video 3 on
 * page 2 of session 5 is the same whatever else stands on the page, so two policies meet the same
 * users with the same luck and their difference is not blurred by it. It also makes the world
 * independent of the number of threads.
 *
 * <p>The hash is the finalizer of SplitMix64 [steele2014]. Logarithms come from {@link StrictMath},
 * so that every Java virtual machine gives the same bytes. <i>Confined: one thread at a time; the
 * static functions are stateless.</i>
 */
public final class Luck {

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private long state;

  /** A sequence of draws that begins at {@code key}. */
  public Luck(long key) {
    this.state = key;
  }

  /** A key made of another and one more number. */
  public static long key(long key, long number) {
    return mix(key + GOLDEN * (number + 1));
  }

  /** The uniform draw in [0, 1) that belongs to {@code key} and the purpose {@code number}. */
  public static double uniform(long key, long number) {
    return toUnit(key(key, number));
  }

  /** The standard normal draw that belongs to {@code key} and the purpose {@code number}. */
  public static double normal(long key, long number) {
    return NormalQuantile.of(toOpenUnit(key(key, number)));
  }

  /**
   * A draw of mean 0 and variance 1, bell-shaped within ±3.46, that costs one hash: the sum of four
   * 16-bit pieces. For the many small tastes that nothing explains.
   */
  public static double roughNormal(long key) {
    long bits = mix(key);
    long sum = (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48);
    return (sum / 65535.0 - 2) * 1.7320508075688772;
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  private static double toUnit(long bits) {
    return (bits >>> 11) * 0x1p-53;
  }

  private static double toOpenUnit(long bits) {
    return ((bits >>> 12) + 0.5) * 0x1p-52;
  }

  private long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** The next uniform draw in [0, 1). */
  public double uniform() {
    return toUnit(next());
  }

  /** The next uniform draw in [{@code from}, {@code to}). */
  public double between(double from, double to) {
    return from + (to - from) * uniform();
  }

  /** The next whole number in [0, {@code bound}). */
  public int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** The next standard normal draw. */
  public double normal() {
    return NormalQuantile.of(toOpenUnit(next()));
  }

  /** The next exponential draw of rate 1, given that it is below {@code most}. */
  public double exponentialBelow(double most) {
    return exponential(uniform() * (1 - StrictMath.exp(-most)));
  }

  /** The exponential draw of mean 1 at the uniform draw {@code u}. */
  public static double exponential(double u) {
    return -StrictMath.log(1 - u);
  }

  /** The next index, each with the probability of its weight. */
  public int weighted(double[] weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double target = uniform() * total;
    for (int i = 0; i < weights.length - 1; i++) {
      target -= weights[i];
      if (target < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }
}
