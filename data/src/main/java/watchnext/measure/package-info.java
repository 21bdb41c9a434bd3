/**
 * Measures of quality, each defined once: of lists, of labelled scores, of probabilities, of
 * spread. It stands on the ground and imports nothing, so that a trainer's curve, the evaluation
 * and the simulated world mean the same by a name. Read {@link watchnext.measure.Ndcg} first.
 */
@NullMarked
package watchnext.measure;

import org.jspecify.annotations.NullMarked;
