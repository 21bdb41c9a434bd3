package watchnext.ranking;

import watchnext.math.Matrix;
import watchnext.model.ranker.Action;
import watchnext.model.ranker.MultiTaskNetwork;
import watchnext.task.Objective;

/**
 * Ranks by the expected value of a video: a network predicts how likely each action is, the {@link
 * Objective} says what each is worth. <i>Immutable.</i>
 */
public final class NeuralRanker implements Ranker {

  private final String name;
  private final MultiTaskNetwork network;
  private final Objective objective;

  /** Ranks by the predictions of {@code network}, weighed by {@code objective}. */
  public NeuralRanker(MultiTaskNetwork network, Objective objective) {
    this("neural", network, objective);
  }

  /** The same under a name of its own: a network without hidden layers is a logistic regression. */
  public NeuralRanker(String name, MultiTaskNetwork network, Objective objective) {
    this.name = name;
    this.network = network;
    this.objective = objective;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void score(Matrix rows, int count, float[] scores) {
    float[] probabilities = new float[count * Action.COUNT];
    network.predict(rows, count, probabilities);
    for (int i = 0; i < count; i++) {
      int row = i * Action.COUNT;
      scores[i] =
          (float)
              objective.value(
                  probabilities[row + Action.CLICK.column()],
                  probabilities[row + Action.LONG_WATCH.column()],
                  probabilities[row + Action.LIKE.column()]);
    }
  }
}
