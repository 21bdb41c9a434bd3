/**
 * Videos that the same people watch: the simplest model that is personal. Read {@link
 * watchnext.model.neighbours.NeighboursTrainer} first.
 */
@NullMarked
package watchnext.model.neighbours;

import org.jspecify.annotations.NullMarked;
