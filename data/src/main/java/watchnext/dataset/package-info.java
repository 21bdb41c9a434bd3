/**
 * Training sets cut from a log by time: nothing is shuffled across a cut. Read {@link
 * watchnext.dataset.TemporalSplit} first, then {@link watchnext.dataset.NextWatchCollector} and
 * {@link watchnext.dataset.LabelledRequests}.
 */
@NullMarked
package watchnext.dataset;

import org.jspecify.annotations.NullMarked;
