/**
 * Training sets cut from a log by time: nothing is shuffled across a cut. Read {@link
 * watchnext.dataset.TemporalSplit} first.
 */
@NullMarked
package watchnext.dataset;

import org.jspecify.annotations.NullMarked;
