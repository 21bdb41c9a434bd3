/**
 * Scores from many features: gradient-boosted trees and a multi-task network. Read {@link
 * watchnext.model.ranker.RankerRows} first, then {@link watchnext.model.ranker.GbdtTrainer} and
 * {@link watchnext.model.ranker.MultiTaskTrainer}.
 */
@NullMarked
package watchnext.model.ranker;

import org.jspecify.annotations.NullMarked;
