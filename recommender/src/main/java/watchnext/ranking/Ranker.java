package watchnext.ranking;

import watchnext.math.Matrix;

/**
 * Gives each candidate of a request a score; larger is better, and only the order within the
 * request means anything.
 *
 * <p>Contract: the score of a row depends on that row alone, so the same rows in another order get
 * the same scores in that order ({@link NoRanker}, which does not look at rows, is the exception);
 * the same rows always get the same scores; scores are finite. <i>Implementations are
 * thread-safe.</i>
 */
public interface Ranker {

  /** Name for tables: short, lower case. */
  String name();

  /**
   * Writes the score of each of the first {@code count} rows.
   *
   * @param rows one row a candidate, as {@link RowEncoder} wrote them, at least {@code count}
   * @param count number of candidates
   * @param scores receives {@code count} scores
   */
  void score(Matrix rows, int count, float[] scores);
}
