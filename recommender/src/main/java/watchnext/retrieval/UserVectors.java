package watchnext.retrieval;

import watchnext.feature.UserAttributes;
import watchnext.model.twotower.TwoTower;

/**
 * The user tower at request time: history, attributes and context become a unit vector. No user id
 * is needed, so a user of five minutes ago has a vector too. <i>Immutable.</i>
 */
public final class UserVectors {

  private final TwoTower model;
  private final UserAttributes attributes;

  /** Vectors by {@code model}, which was trained with {@code attributes}. */
  public UserVectors(TwoTower model, UserAttributes attributes) {
    this.model = model;
    this.attributes = attributes;
  }

  /** Length of a vector. */
  public int dimension() {
    return model.dimension();
  }

  /** The vector of the request's user, now. */
  public float[] vector(RetrievalRequest request) {
    float[] encoded = new float[attributes.width()];
    attributes.encode(request.catalog().user(request.user()), request.context(), encoded, 0);
    float[] vector = new float[model.dimension()];
    model.encodeUser(request.history(), encoded, request.context().epochSecond(), vector);
    return vector;
  }
}
