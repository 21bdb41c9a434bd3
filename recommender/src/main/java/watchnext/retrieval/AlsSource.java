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

  private static final int BLOCK = 64;

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
    TopK top = new TopK(k, asked.ties());
    float[] scores = new float[BLOCK];
    int videos = model.videos().rows();
    for (int from = 0; from < videos; from += BLOCK) {
      int count = Math.min(BLOCK, videos - from);
      model.scores(factor.orElseThrow(), from, count, scores);
      for (int i = 0; i < count; i++) {
        float score = scores[i];
        if (score > 0 && score >= top.threshold() && asked.eligibility().test(from + i)) {
          top.offer(from + i, score);
        }
      }
    }
    return Lists.certain(top);
  }
}
