package watchnext.retrieval;

import watchnext.feature.content.UserAttributes;
import watchnext.model.twotower.TwoTower;
import watchnext.task.Asked;
import watchnext.task.PerRequest;

/**
 * The user tower at request time: history, attributes and context become a unit vector. No user id
 * is needed, so a user of five minutes ago has a vector too. <i>Immutable.</i>
 *
 * @param model the towers
 * @param attributes the encoder that they were trained with
 */
public record UserVectors(TwoTower model, UserAttributes attributes)
    implements PerRequest<float[]> {

  /** Length of a vector. */
  public int dimension() {
    return model.dimension();
  }

  @Override
  public float[] of(Asked asked) {
    float[] encoded = new float[attributes.width()];
    attributes.encode(asked.catalog().user(asked.user()), asked.context(), encoded, 0);
    float[] vector = new float[model.dimension()];
    model.encodeUser(asked.history(), encoded, asked.epochSecond(), vector);
    return vector;
  }
}
