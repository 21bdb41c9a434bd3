package watchnext.assembly;

import java.util.ArrayList;
import java.util.List;
import watchnext.catalog.Catalog;
import watchnext.feature.content.UserAttributes;
import watchnext.index.FrozenIndex;
import watchnext.math.Matrix;
import watchnext.model.mf.AlsModel;
import watchnext.model.neighbours.ItemNeighbours;
import watchnext.model.popularity.Segments;
import watchnext.model.twotower.TwoTower;
import watchnext.require.Require;
import watchnext.retrieval.PopularityWindow;
import watchnext.settings.Settings;

/**
 * All that a rebuild makes and a snapshot keeps. <i>Immutable.</i>
 *
 * @param provenance what it was made from
 * @param catalog users and videos
 * @param twoTower user and video towers
 * @param attributes encoder of the user tower's attributes
 * @param videoVectors unit vectors by video ordinal
 * @param index over them
 * @param als factors
 * @param neighbours for each video those watched by the same users
 * @param segments what people of one kind watch more than others
 * @param popularity how far back popularity looks, chosen on validation
 * @param rankers the models of stage 2
 * @param order which of them makes the page, chosen on validation
 * @param config the settings
 */
public record Models(
    Provenance provenance,
    Catalog catalog,
    TwoTower twoTower,
    UserAttributes attributes,
    Matrix videoVectors,
    FrozenIndex index,
    AlsModel als,
    ItemNeighbours neighbours,
    Segments segments,
    PopularityWindow popularity,
    Rankers rankers,
    ServedOrder order,
    RebuildConfig config) {

  private static final List<String> SERVED = List.of("evaluation", "objective", "page", "quotas");

  /**
   * The same models served by other settings.
   *
   * @throws IllegalArgumentException when settings that shaped the models differ
   */
  public Models served(RebuildConfig settings) {
    List<String> changed = new ArrayList<>(Settings.differing(config, settings));
    changed.removeAll(SERVED);
    Require.that(
        changed.isEmpty(),
        "only settings of %s can change without training, changed were %s",
        String.join(", ", SERVED),
        String.join(", ", changed));
    return new Models(
        provenance,
        catalog,
        twoTower,
        attributes,
        videoVectors,
        index,
        als,
        neighbours,
        segments,
        popularity,
        rankers,
        order,
        settings);
  }

  /** The models of stage 1. */
  public Retrievers retrievers() {
    return new Retrievers(twoTower, attributes, videoVectors, als, neighbours, segments, List.of());
  }
}
