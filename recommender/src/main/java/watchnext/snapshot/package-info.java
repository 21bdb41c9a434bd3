/**
 * Models saved in a folder: its parts, its manifest, its checks, and how an older one is replaced.
 * Read {@link watchnext.snapshot.Snapshots} first, then {@link watchnext.snapshot.SnapshotStore}
 * for the folder.
 */
@NullMarked
package watchnext.snapshot;

import org.jspecify.annotations.NullMarked;
