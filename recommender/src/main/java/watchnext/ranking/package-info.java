/**
 * Funnel stage 2, once per request: each candidate becomes a row of features, and each row a score.
 * Read {@link watchnext.ranking.Ranker} first, then {@link watchnext.ranking.RowEncoder}.
 */
@NullMarked
package watchnext.ranking;

import org.jspecify.annotations.NullMarked;
