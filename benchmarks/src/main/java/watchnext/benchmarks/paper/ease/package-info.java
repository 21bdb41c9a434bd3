/**
 * A linear model of videos by videos in closed form. Read {@link
 * watchnext.benchmarks.paper.ease.EaseTrainer} first.
 */
@NullMarked
package watchnext.benchmarks.paper.ease;

import org.jspecify.annotations.NullMarked;
