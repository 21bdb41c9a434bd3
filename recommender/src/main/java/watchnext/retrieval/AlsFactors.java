package watchnext.retrieval;

import java.util.Optional;
import watchnext.feature.History;
import watchnext.model.mf.AlsModel;
import watchnext.task.Asked;
import watchnext.task.PerRequest;

/**
 * The user's factor, solved anew from the history of the request (folded in); empty when the model
 * knows none of its videos. Cost: watches × dimension² + dimension³. <i>Immutable.</i>
 *
 * @param model the factors of the videos
 */
public record AlsFactors(AlsModel model) implements PerRequest<Optional<float[]>> {

  @Override
  public Optional<float[]> of(Asked asked) {
    History history = asked.history();
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
