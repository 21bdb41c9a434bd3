package watchnext.evaluation;

import java.util.Arrays;

/**
 * A part of an evaluation, told apart either by who asks or by which relevant videos count. A
 * request with no relevant video in a slice is left out of it.
 *
 * <p>Head, tail and new videos are those of {@link VideoFacts.Group}; together they make up all
 * relevant videos. <i>Immutable.</i>
 */
public enum Slice {
  /** Every request, every relevant video. */
  ALL(""),
  /** Requests of users who were there before the cut. */
  WARM_USERS("warm-users"),
  /** Requests of users who arrived after the cut. */
  NEW_USERS("new-users"),
  /** Only relevant videos of the head count. */
  HEAD_VIDEOS("head-videos"),
  /** Only relevant videos of the tail count. */
  TAIL_VIDEOS("tail-videos"),
  /** Only relevant videos count that nobody had watched well before the cut. */
  NEW_VIDEOS("new-videos");

  private final String label;

  Slice(String label) {
    this.label = label;
  }

  /** The name of a metric of this slice: "recall@100", or "recall@100/new-users". */
  public String label(String metric) {
    return this == ALL ? metric : metric + "/" + label;
  }

  /** The relevant videos of a request that count here, ascending; none when it is left out. */
  public int[] relevant(EvaluationRequest request, VideoFacts facts) {
    int[] all = request.relevant();
    return switch (this) {
      case ALL -> all;
      case WARM_USERS -> request.newUser() ? new int[0] : all;
      case NEW_USERS -> request.newUser() ? all : new int[0];
      case HEAD_VIDEOS -> of(all, facts, VideoFacts.Group.HEAD);
      case TAIL_VIDEOS -> of(all, facts, VideoFacts.Group.TAIL);
      case NEW_VIDEOS -> of(all, facts, VideoFacts.Group.NEW);
    };
  }

  private static int[] of(int[] videos, VideoFacts facts, VideoFacts.Group group) {
    return Arrays.stream(videos).filter(video -> facts.group(video) == group).toArray();
  }
}
