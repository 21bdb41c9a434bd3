package watchnext.ranking;

import java.util.List;
import watchnext.math.Matrix;
import watchnext.math.TopK;
import watchnext.task.Asked;
import watchnext.task.Candidates;
import watchnext.task.RankedList;

/**
 * Funnel stage 2: a row of features for every candidate, one score for every row, and the
 * candidates in the order of their scores.
 *
 * <p>Shapes: candidates × features. <i>Thread-safe as long as the feature state stands still.</i>
 */
public final class RankingStage {

  private final RowEncoder encoder;
  private final Ranker ranker;

  /** A stage that scores the rows of {@code encoder} by {@code ranker}. */
  public RankingStage(RowEncoder encoder, Ranker ranker) {
    this.encoder = encoder;
    this.ranker = ranker;
  }

  /** Who gives the scores. */
  public Ranker ranker() {
    return ranker;
  }

  /** The names of the features, in the order of a row. */
  public List<String> featureNames() {
    return encoder.featureNames();
  }

  /** All candidates, best first; equal scores in the order of {@link Asked#ties}. */
  public Ranked rank(Asked asked, Candidates candidates) {
    int count = candidates.size();
    Matrix rows = encoder.encode(asked, candidates.videos(), count);
    float[] scores = new float[count];
    ranker.score(rows, count, scores);
    TopK top = new TopK(count, asked.ties());
    for (int i = 0; i < count; i++) {
      top.offer(candidates.video(i), scores[i]);
    }
    int[] videos = new int[count];
    top.drain(videos, scores);
    return new Ranked(new RankedList(videos, scores), rows);
  }
}
