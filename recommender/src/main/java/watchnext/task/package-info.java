/** Step 2, the framing: what is asked, what passes from stage to stage, what is answered. */
@NullMarked
package watchnext.task;

import org.jspecify.annotations.NullMarked;
