package watchnext.funnel;

import watchnext.reranking.Page;
import watchnext.task.Slate;

/**
 * A slate, the page behind it by ordinals, and what happened on the way. <i>Immutable but for the
 * trace, which is finished.</i>
 *
 * @param slate what the user gets
 * @param page the same by ordinals
 * @param trace each stage: kept, removed, why, micros
 */
public record Answer(Slate slate, Page page, Trace trace) {}
