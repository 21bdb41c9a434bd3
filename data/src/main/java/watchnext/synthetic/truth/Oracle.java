package watchnext.synthetic.truth;

/**
 * Scores videos by the truth: the ceiling that no model can pass, and one end of the scale of
 * regret (the other is chance). Satiation is left out: the oracle knows tastes, not the page so
 * far. <i>Confined: one thread at a time.</i>
 */
public final class Oracle {

  private final Truth truth;
  private final Mind mind = new Mind();

  /** An oracle of a world. */
  public Oracle(Truth truth) {
    this.truth = truth;
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
    Appeal appeal = truth.appeal();
    for (int v = 0; v < scores.length; v++) {
      double match = appeal.match(mind, v);
      double duration = truth.videos().durationSeconds(v);
      double click = appeal.attraction(mind, v, match, 0);
      double satisfaction = appeal.satisfaction(mind, v, match, 0);
      scores[v] =
          (float) (click * WatchLaw.reaches(satisfaction, duration, Math.min(seconds, duration)));
    }
  }
}
