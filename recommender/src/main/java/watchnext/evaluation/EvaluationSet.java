package watchnext.evaluation;

import java.util.List;
import watchnext.require.Require;

/**
 * The requests of an evaluation in order of time, with what the metrics must know of the videos.
 * {@link EvaluationProtocol} makes it from a log; tests make it by hand. <i>Immutable.</i>
 *
 * @param description one paragraph for the reader of a table: how the requests were chosen, and how
 *     many there are
 * @param requests in order of time, at least one
 * @param facts the videos as they stood at the cut
 */
public record EvaluationSet(
    String description, List<EvaluationRequest> requests, VideoFacts facts) {

  /** Takes an unmodifiable copy and checks the order and the ordinals. */
  public EvaluationSet {
    requests = List.copyOf(requests);
    Require.that(!requests.isEmpty(), "requests must be at least one, were none");
    for (int i = 0; i < requests.size(); i++) {
      EvaluationRequest request = requests.get(i);
      Require.that(
          i <= 0 || request.epochSecond() >= requests.get(i - 1).epochSecond(),
          "requests must be in order of time, were not at %s",
          i);
      int last = request.relevant()[request.relevant().length - 1];
      Require.that(
          last < facts.videos(), "relevant videos must be below %s, was %s", facts.videos(), last);
    }
  }

  /** Number of requests. */
  public int size() {
    return requests.size();
  }

  /** Number of different users who ask. */
  public int users() {
    return (int) requests.stream().mapToInt(EvaluationRequest::user).distinct().count();
  }
}
