package watchnext.retrieval;

import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.feature.History;
import watchnext.feature.UserAttributes;
import watchnext.model.twotower.TwoTower;

/**
 * The user tower at request time: history, attributes and context become a unit vector. No user id
 * is needed, so a user of five minutes ago has a vector too; where the model learnt vectors of
 * users, those whom training met have theirs added. <i>Immutable.</i>
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
    return vector(request.catalog(), request.user(), request.context(), request.history());
  }

  /** The vector of {@code user}, an ordinal of {@code catalog}, with {@code history}. */
  public float[] vector(Catalog catalog, int user, Context context, History history) {
    float[] encoded = new float[attributes.width()];
    attributes.encode(catalog.user(user), context, encoded, 0);
    float[] vector = new float[model.dimension()];
    model.encodeUser(user, history, encoded, context.epochSecond(), vector);
    return vector;
  }
}
