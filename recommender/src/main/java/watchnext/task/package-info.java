/**
 * Step 2, the framing: the request, the types that pass from stage to stage, and the slate. Read
 * {@link watchnext.task.Request} first, then {@link watchnext.task.Candidates} and {@link
 * watchnext.task.Slate}.
 */
@NullMarked
package watchnext.task;

import org.jspecify.annotations.NullMarked;
