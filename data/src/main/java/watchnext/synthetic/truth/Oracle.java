package watchnext.synthetic.truth;

import watchnext.require.Require;

/**
 * Scores videos by the truth: the ceiling for models, and one end of the scale of regret (the other
 * is chance). It knows tastes and laws, not the luck of the day.
 *
 * <p>A part of each taste belongs to the pair of user and video and follows from nothing. The
 * oracle knows it; no model can. The oracle {@link #ofFactors} does not know it either: what lies
 * between the two is out of reach, what lies between a model and the second is the model's own.
 *
 * <p>{@link #score} leaves out satiation, which depends on what stands around a video. <i>Confined:
 * one thread at a time.</i>
 */
public final class Oracle {

  /** Gauss and Hermite's three points: means over a normal, exact for polynomials of degree 5. */
  private static final double[] NOISES = {-Math.sqrt(3), 0, Math.sqrt(3)};

  private static final double[] NOISE_WEIGHTS = {1 / 6.0, 2 / 3.0, 1 / 6.0};

  private final Truth truth;
  private final boolean knowsPairs;
  private final Mind mind = new Mind();

  /** An oracle of a world. */
  public Oracle(Truth truth) {
    this(truth, true);
  }

  private Oracle(Truth truth, boolean knowsPairs) {
    this.truth = truth;
    this.knowsPairs = knowsPairs;
  }

  /** An oracle that knows all factors and laws, but of each pair only the expected taste. */
  public static Oracle ofFactors(Truth truth) {
    return new Oracle(truth, false);
  }

  /**
   * Probability that a user who looks at each video at this moment opens it and watches at least
   * {@code seconds} of it (or the whole of a shorter one).
   *
   * @param user the user's ordinal
   * @param epochSecond when
   * @param device number of the device in use
   * @param seconds what counts as a long watch
   * @param scores filled for videos 0 to {@code scores.length} - 1
   */
  public void score(int user, long epochSecond, int device, double seconds, float[] scores) {
    mind.enter(truth, user, epochSecond, device);
    for (int v = 0; v < scores.length; v++) {
      double match = truth.appeal().match(mind, v);
      scores[v] = (float) (knowsPairs ? value(v, match, seconds) : expected(v, match, seconds));
    }
  }

  private double value(int video, double match, double seconds) {
    double satisfaction = truth.appeal().satisfaction(mind, video, match, 0);
    return truth.appeal().attraction(mind, video, match, 0) * reaches(video, satisfaction, seconds);
  }

  /** The mean of {@link #value} over the pair's own part, whose two halves are independent. */
  private double expected(int video, double match, double seconds) {
    double clicks = 0;
    double reaches = 0;
    for (int i = 0; i < NOISES.length; i++) {
      double satisfaction = truth.appeal().satisfaction(mind, video, match, 0, NOISES[i]);
      clicks += NOISE_WEIGHTS[i] * truth.appeal().attraction(mind, video, match, 0, NOISES[i]);
      reaches += NOISE_WEIGHTS[i] * reaches(video, satisfaction, seconds);
    }
    return clicks * reaches;
  }

  private double reaches(int video, double satisfaction, double seconds) {
    double duration = truth.videos().durationSeconds(video);
    return WatchLaw.reaches(satisfaction, duration, Math.min(seconds, duration));
  }

  /**
   * Where a policy stands between the oracle (0) and chance (1).
   *
   * @param value what the policy reached, larger is better
   * @param oracle what the oracle reached with the same users and luck
   * @param random what chance reached with the same users and luck
   * @throws IllegalArgumentException when the oracle did no better than chance
   */
  public static double regret(double value, double oracle, double random) {
    Require.that(
        oracle > random, "the oracle must do better than chance (%s), did %s", random, oracle);
    return (oracle - value) / (oracle - random);
  }
}
