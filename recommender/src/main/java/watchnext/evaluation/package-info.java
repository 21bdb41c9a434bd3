/**
 * Step 5 offline: metrics over lists, the protocol of the requests, and reports. It sees no model:
 * every recommender, however simple or clever, is judged alike from the lists it answers. Read
 * {@link watchnext.evaluation.EvaluationProtocol} first, then {@link
 * watchnext.evaluation.Evaluator} and {@link watchnext.evaluation.ListMetric}.
 */
@NullMarked
package watchnext.evaluation;

import org.jspecify.annotations.NullMarked;
