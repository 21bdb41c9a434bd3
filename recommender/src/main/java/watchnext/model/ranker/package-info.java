/** Scores from many features: gradient-boosted trees and a multi-task network. */
@NullMarked
package watchnext.model.ranker;

import org.jspecify.annotations.NullMarked;
