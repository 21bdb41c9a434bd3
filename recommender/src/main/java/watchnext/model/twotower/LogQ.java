package watchnext.model.twotower;

/**
 * How the softmax over a batch is corrected for popular videos being in more batches: by taking the
 * logarithm of a video's expected count in the batch from its logit. Only ever in training; serving
 * uses the plain inner product.
 */
public enum LogQ {
  /** Not at all: popular videos are pushed away once for each time they happen to be a negative. */
  NONE,
  /** Positive and negatives alike. Yi et al., RecSys 2019 [yi2019]. */
  ALL,
  /**
   * Negatives only: the positive is in its batch with probability 1, so it was not sampled and must
   * not be corrected. Khrylchenko et al., RecSys 2025 [khrylchenko2025].
   */
  NEGATIVES
}
