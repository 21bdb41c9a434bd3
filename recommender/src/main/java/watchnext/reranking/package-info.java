/**
 * Funnel, stage 3: from ranked videos to a page. Sees no model, so a change of policy needs no
 * training. Read {@link watchnext.reranking.Reranker} first.
 */
@NullMarked
package watchnext.reranking;

import org.jspecify.annotations.NullMarked;
