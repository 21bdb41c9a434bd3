package watchnext.retrieval;

import watchnext.task.RankedList;

/**
 * One source of candidates. Runs per request.
 *
 * <p>Contract: at most {@code k} videos, best first, every one of them eligible; fewer, or none, is
 * a lawful answer (a user without history has no neighbours). <i>Implementations are thread-safe as
 * long as the feature state of the request stands still.</i>
 */
public interface Retriever {

  /** Short name for tables and traces ("two-tower"). */
  String name();

  /** The {@code k} best eligible videos for the request. */
  RankedList retrieve(RetrievalRequest request, int k);

  /** The same with the probability of the draw, for sources that leave something to chance. */
  default Brought bring(RetrievalRequest request, int k) {
    return Brought.certain(retrieve(request, k));
  }
}
