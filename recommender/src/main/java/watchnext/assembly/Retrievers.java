package watchnext.assembly;

import java.util.List;
import watchnext.feature.content.UserAttributes;
import watchnext.math.Matrix;
import watchnext.model.mf.AlsModel;
import watchnext.model.neighbours.ItemNeighbours;
import watchnext.model.popularity.Segments;
import watchnext.model.twotower.TwoTower;

/**
 * The models of stage 1, all fitted before one cut. <i>Immutable.</i>
 *
 * @param twoTower user and video towers
 * @param attributes encoder that the user tower was trained with
 * @param videoVectors unit vectors of every video of the catalogue, unseen ones by content
 * @param als factors
 * @param neighbours for each video those watched by the same users
 * @param segments what people of one kind watch more than others
 * @param twoTowerLosses loss after each epoch, for the report
 */
public record Retrievers(
    TwoTower twoTower,
    UserAttributes attributes,
    Matrix videoVectors,
    AlsModel als,
    ItemNeighbours neighbours,
    Segments segments,
    List<Double> twoTowerLosses) {

  /** The same with other neighbours. */
  public Retrievers with(ItemNeighbours other) {
    return new Retrievers(twoTower, attributes, videoVectors, als, other, segments, twoTowerLosses);
  }

  /** The same with other factors. */
  public Retrievers with(AlsModel other) {
    return new Retrievers(
        twoTower, attributes, videoVectors, other, neighbours, segments, twoTowerLosses);
  }
}
