package watchnext.model.popularity;

import watchnext.require.Require;

/** How much a watch counts towards popularity, by its age. <i>Immutable, all of them.</i> */
public sealed interface Weighting {

  /**
   * The weight of a watch.
   *
   * @param ageSeconds time from the watch to the cut, positive
   */
  double weight(double ageSeconds);

  /** Every watch counts 1. */
  record AllTime() implements Weighting {
    @Override
    public double weight(double ageSeconds) {
      return 1;
    }
  }

  /**
   * Watches of the last {@code seconds} count 1, older ones nothing.
   *
   * @param seconds length of the window, positive
   */
  record Windowed(double seconds) implements Weighting {
    /** Checks the length. */
    public Windowed {
      checkPositive("seconds", seconds);
    }

    @Override
    public double weight(double ageSeconds) {
      return ageSeconds <= seconds ? 1 : 0;
    }
  }

  /**
   * A watch counts 2^(−age / half-life).
   *
   * @param halfLifeSeconds age at which a watch counts a half, positive
   */
  record Decayed(double halfLifeSeconds) implements Weighting {
    /** Checks the half-life. */
    public Decayed {
      checkPositive("halfLifeSeconds", halfLifeSeconds);
    }

    @Override
    public double weight(double ageSeconds) {
      return Math.pow(2, -ageSeconds / halfLifeSeconds);
    }
  }

  private static void checkPositive(String name, double value) {
    Require.positive(name, value);
  }
}
