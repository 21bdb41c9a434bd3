package watchnext.reranking;

/** How alike two videos are, 1 for the same and 0 for unrelated. <i>Thread-safe.</i> */
@FunctionalInterface
public interface VideoSimilarity {

  /** Similarity of the videos with ordinals {@code a} and {@code b}, in [-1, 1]. */
  float between(int a, int b);
}
