/**
 * Step 6: what answers requests between two nights, and the videos uploaded meanwhile. Read {@link
 * watchnext.serving.LiveServing} first, then {@link watchnext.serving.LiveView}.
 */
@NullMarked
package watchnext.serving;

import org.jspecify.annotations.NullMarked;
