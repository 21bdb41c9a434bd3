package watchnext.retrieval;

import java.util.Optional;
import watchnext.feature.History;
import watchnext.math.TopK;
import watchnext.model.mf.AlsModel;
import watchnext.task.RankedList;

/**
 * Candidates by matrix factorization: the user's factor is solved anew from the history they have
 * now (folded in), so users who came after training are served like any other.
 *
 * <p>Inner products of factors of unequal length do not suit a graph of unit vectors; the catalogue
 * is scored in full. Cost: videos × dimension. <i>Immutable.</i>
 */
public final class AlsSource implements Retriever {

  private final AlsModel model;

  /** A source over the factors of {@code model}. */
  public AlsSource(AlsModel model) {
    this.model = model;
  }

  @Override
  public String name() {
    return "als";
  }

  @Override
  public RankedList retrieve(RetrievalRequest request, int k) {
    Optional<float[]> factor = factor(model, request.history());
    if (factor.isEmpty()) {
      return RankedList.EMPTY;
    }
    float[] scores = new float[model.videos().rows()];
    model.scoreAll(factor.orElseThrow(), scores);
    TopK top = new TopK(k);
    for (int v = 0; v < scores.length; v++) {
      if (scores[v] > 0 && scores[v] >= top.threshold() && request.eligibility().test(v)) {
        top.offer(v, scores[v]);
      }
    }
    return Lists.ranked(top);
  }

  /** The factor of someone with {@code history}; empty when the model knows none of its videos. */
  public static Optional<float[]> factor(AlsModel model, History history) {
    int[] watched = new int[history.size()];
    for (int i = 0; i < watched.length; i++) {
      watched[i] = history.video(i);
    }
    float[] factor = new float[model.dimension()];
    return model.foldIn(watched, watched.length, factor) == 0
        ? Optional.empty()
        : Optional.of(factor);
  }
}
