/**
 * Funnel, stage 1: from millions of videos to hundreds of candidates, by several sources. Read
 * {@link watchnext.retrieval.Retriever} first, then {@link watchnext.retrieval.RetrievalStage}.
 */
@NullMarked
package watchnext.retrieval;

import org.jspecify.annotations.NullMarked;
