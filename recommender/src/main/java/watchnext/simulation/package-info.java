/**
 * Closes the loop with a world in place of people: a policy is let loose on an audience, its pages
 * make the events from which the next pages come. Read {@link watchnext.simulation.ClosedLoop}
 * first, then {@link watchnext.simulation.Simulation}. Beside the command line this is the only
 * room outside {@code synthetic} that may see the truth of the world, for the oracle.
 */
@NullMarked
package watchnext.simulation;

import org.jspecify.annotations.NullMarked;
