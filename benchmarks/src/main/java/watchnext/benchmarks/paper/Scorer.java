package watchnext.benchmarks.paper;

/** A trained model as a table's protocol sees it. <i>Thread-safe.</i> */
@FunctionalInterface
interface Scorer {

  /**
   * Scores all videos for some users.
   *
   * @param from first user
   * @param to last user, exclusive
   * @param out receives (to − from) × videos scores, row-major; larger is better
   */
  void score(int from, int to, float[] out);
}
