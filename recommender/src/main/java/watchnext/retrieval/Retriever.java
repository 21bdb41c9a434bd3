package watchnext.retrieval;

import watchnext.task.Asked;

/**
 * One source of candidates. Runs per request.
 *
 * <p>Contract: at most {@code k} videos, best first, every one of them eligible; fewer, or none, is
 * a lawful answer (a user without history has no neighbours). Equal scores stand, and are cut, in
 * the order of {@link Asked#ties}; an index has an order of its own for equal vectors. A source
 * that draws at random says with which probability. <i>Implementations are thread-safe as long as
 * the feature state of the request stands still.</i>
 */
public interface Retriever {

  /** Short name for tables and traces ("two-tower"). */
  String name();

  /** The {@code k} best eligible videos for the request. */
  Retrieved retrieve(Asked asked, int k);
}
