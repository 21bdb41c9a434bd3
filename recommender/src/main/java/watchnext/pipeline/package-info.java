/**
 * The offline page: events to features, training sets, models, index, gate, snapshot; and the
 * folder a snapshot is kept in. Read {@link watchnext.pipeline.SnapshotStore} for the folder.
 */
@NullMarked
package watchnext.pipeline;

import org.jspecify.annotations.NullMarked;
