package watchnext.evaluation;

import java.util.Arrays;
import watchnext.task.RankedList;

/**
 * Puts videos of equal score in an order that depends on nothing but a seed, so that no scorer
 * gains by what its data structure happens to list first: a constant scorer scores like a random
 * one. A run of equal scores is sorted by a hash of (seed, user, second, video).
 *
 * <p>The order is expected, not worst, luck: over many requests a tie costs what a coin would.
 * Krichene and Rendle, KDD 2020 [krichene2020], show how an optimistic order flatters a scorer.
 * <i>Immutable.</i>
 *
 * @param seed another seed gives another order
 */
record TieBreak(long seed) {

  /**
   * The first {@code k} videos of a list, best first, after its ties are broken. Cost: O(n log n)
   * in the longest tie.
   */
  int[] top(EvaluationRequest request, RankedList list, int k) {
    int[] videos = list.videos().clone();
    float[] scores = list.scores();
    long salt = salt(seed, request.user(), request.epochSecond());
    for (int from = 0, to = 1; from < videos.length; from = to, to = from + 1) {
      while (to < videos.length && scores[to] == scores[from]) {
        to++;
      }
      if (to - from > 1) {
        shuffle(videos, from, to, salt);
      }
    }
    return videos.length <= k ? videos : Arrays.copyOf(videos, k);
  }

  private static void shuffle(int[] videos, int from, int to, long salt) {
    long[] keys = new long[to - from];
    for (int i = from; i < to; i++) {
      // The hash above, the video below: the sort carries it along and equal hashes stay in order.
      keys[i - from] = (mix(salt + videos[i]) & 0xFFFF_FFFF_0000_0000L) | videos[i];
    }
    Arrays.sort(keys);
    for (int i = from; i < to; i++) {
      videos[i] = (int) keys[i - from];
    }
  }

  /** One number for a request, different for each seed. */
  static long salt(long seed, int user, long epochSecond) {
    return mix(mix(seed + user) ^ epochSecond);
  }

  /** The finalizer of SplitMix64 [steele2014]: every input bit moves about half of the output. */
  static long mix(long z) {
    long x = z + 0x9E37_79B9_7F4A_7C15L;
    x = (x ^ (x >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return x ^ (x >>> 31);
  }
}
