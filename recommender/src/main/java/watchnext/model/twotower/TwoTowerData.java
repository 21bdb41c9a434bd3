package watchnext.model.twotower;

import watchnext.catalog.Catalog;
import watchnext.dataset.NextWatchExamples;
import watchnext.feature.UserAttributes;
import watchnext.feature.VideoContent;
import watchnext.require.Require;

/**
 * What the two-tower model is trained on. <i>Immutable.</i>
 *
 * @param examples rows of "next watched", with histories
 * @param catalog users and videos that the rows' ordinals number
 * @param content of all videos of the catalog, row = ordinal
 * @param attributes encoder of users and context, fitted before the cut
 */
public record TwoTowerData(
    NextWatchExamples examples, Catalog catalog, VideoContent content, UserAttributes attributes) {

  /** Checks that there is something to learn and that content and catalog belong together. */
  public TwoTowerData {
    Require.that(examples.size() >= 2, "examples must be at least 2, were %s", examples.size());
    Require.that(
        content.size() == catalog.videos().size(),
        "content must have one row a video, %d, had %d",
        catalog.videos().size(),
        content.size());
  }

  /** The same rows, told other things of the videos. */
  TwoTowerData withContent(VideoContent other) {
    return new TwoTowerData(examples, catalog, other, attributes);
  }
}
