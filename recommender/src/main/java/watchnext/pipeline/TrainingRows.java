package watchnext.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import watchnext.evaluation.RequestInstant;
import watchnext.feature.FeatureState;
import watchnext.math.Matrix;
import watchnext.model.ranker.RankerRows;
import watchnext.model.ranker.RankerRowsBuilder;
import watchnext.ranking.RowEncoder;
import watchnext.retrieval.RetrievalStage;
import watchnext.task.Asked;

/**
 * What the rankers learn from: at each request the candidates that serving would rank, found by the
 * same sources and filters, in rows of the same features, labelled by what the user goes on to do.
 * All candidates watched well are kept, and a sample of the others.
 *
 * <p>Requests are the instants at which the evaluation asks, with or without an answer: serving
 * does not know which of them will have one. The retrievers were fitted before the first request;
 * otherwise they would have seen the answers. <i>Confined: one thread.</i>
 */
public final class TrainingRows {

  private final RetrievalStage retrieval;
  private final RowEncoder encoder;
  private final FutureLabels labels;
  private final int negatives;
  private final RandomGenerator random;
  private final RankerRowsBuilder rows;
  private final List<Integer> users = new ArrayList<>();

  /**
   * Rows of no request yet.
   *
   * @param negatives how many candidates not watched well are kept a request, at least 1
   * @param random draws them
   */
  TrainingRows(
      RetrievalStage retrieval,
      RowEncoder encoder,
      FutureLabels labels,
      int negatives,
      RandomGenerator random) {
    this.retrieval = retrieval;
    this.encoder = encoder;
    this.labels = labels;
    this.negatives = negatives;
    this.random = random;
    this.rows = new RankerRowsBuilder(encoder.featureNames());
  }

  /** Takes in a request with what was known when it came. */
  void add(RequestInstant request, FeatureState state) {
    Asked asked = Asked.of(request.user(), request.context(), state);
    FutureLabels.OfRequest future = labels.of(asked.user(), asked.epochSecond());
    int[] videos = retrieval.candidates(asked).videos();
    int good = 0;
    for (int i = 0; i < videos.length; i++) {
      if (future.isGood(videos[i])) {
        swap(videos, i, good++);
      }
    }
    int kept = Math.min(videos.length, good + negatives);
    for (int i = good; i < kept; i++) {
      swap(videos, i, i + random.nextInt(videos.length - i));
    }
    Matrix features = encoder.encode(asked, videos, kept);
    for (int i = 0; i < kept; i++) {
      future.addTo(rows, features.row(i), videos[i]);
    }
    if (kept > 0) {
      rows.endGroup(future.wanted());
      users.add(request.user());
    }
  }

  /** The user of a group of the rows. */
  int user(int group) {
    return users.get(group);
  }

  /** The rows so far. */
  public RankerRows build() {
    return rows.build();
  }

  private static void swap(int[] values, int a, int b) {
    int value = values[a];
    values[a] = values[b];
    values[b] = value;
  }
}
