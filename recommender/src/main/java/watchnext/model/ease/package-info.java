/**
 * A linear model of videos by videos in closed form. Read {@link watchnext.model.ease.EaseTrainer}
 * first.
 */
@NullMarked
package watchnext.model.ease;

import org.jspecify.annotations.NullMarked;
