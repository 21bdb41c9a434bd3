package watchnext.retrieval;

import java.util.Optional;
import watchnext.math.TopK;
import watchnext.model.mf.AlsModel;
import watchnext.task.Asked;

/**
 * Candidates by matrix factorization: the user's factor is solved anew from the history they have
 * now (folded in), so users who came after training are served like any other.
 *
 * <p>Inner products of factors of unequal length do not suit a graph of unit vectors; the catalogue
 * is scored in full. Cost: videos × dimension. <i>Immutable.</i>
 */
public final class AlsSource implements Retriever {

  private final AlsModel model;
  private final AlsFactors factors;

  /** A source over the factors of {@code model}. */
  public AlsSource(AlsModel model) {
    this.model = model;
    this.factors = new AlsFactors(model);
  }

  @Override
  public String name() {
    return "als";
  }

  @Override
  public Retrieved retrieve(Asked asked, int k) {
    Optional<float[]> factor = asked.once(factors);
    if (factor.isEmpty()) {
      return Retrieved.NOTHING;
    }
    float[] scores = new float[model.videos().rows()];
    model.scoreAll(factor.orElseThrow(), scores);
    TopK top = new TopK(k, asked.ties());
    for (int v = 0; v < scores.length; v++) {
      if (scores[v] > 0 && scores[v] >= top.threshold() && asked.eligibility().test(v)) {
        top.offer(v, scores[v]);
      }
    }
    return Lists.certain(top);
  }
}
