/**
 * The offline page: from events to features, training sets, models, index, and through the gate.
 * Read {@link watchnext.pipeline.Rebuild} first.
 */
@NullMarked
package watchnext.pipeline;

import org.jspecify.annotations.NullMarked;
