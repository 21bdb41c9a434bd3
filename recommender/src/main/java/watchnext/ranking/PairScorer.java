package watchnext.ranking;

import java.util.List;
import watchnext.task.Asked;

/**
 * Evidence of a model about a user and a video, as features of the ranker: what the two-tower model
 * says of the pair, what the factor model says. It must be computable for any pair, not only for
 * the candidates that this model retrieved; otherwise a ranker would learn which source a row came
 * from. <i>Implementations are thread-safe.</i>
 */
public interface PairScorer {

  /** Names of the features, at least one, none that another scorer uses. */
  List<String> names();

  /** Does the part of the work that is the same for all videos of a request. */
  VideoScorer prepare(Asked asked);

  /** The same request, video by video. <i>Confined: one thread at a time.</i> */
  interface VideoScorer {

    /**
     * Writes one finite value for each name.
     *
     * @param video ordinal of the video
     * @param out receives the values
     * @param offset where the first value goes
     */
    void write(int video, float[] out, int offset);
  }
}
