/**
 * Filters on the graph of who watched what: a history is a signal on the videos, and the scores are
 * the same signal with its noise taken out. Nothing is learnt by descent. Read {@link
 * watchnext.benchmarks.paper.graph.GraphFilterTrainer} first.
 */
@NullMarked
package watchnext.benchmarks.paper.graph;

import org.jspecify.annotations.NullMarked;
