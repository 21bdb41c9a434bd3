package watchnext.model.twotower;

import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.dataset.NextWatchExamples;
import watchnext.feature.content.UserAttributes;
import watchnext.feature.content.VideoContent;
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

  /** Length of what the user tower is told beside the pooled history. */
  int sideWidth() {
    return attributes.width() + TwoTower.HISTORY_VALUES;
  }

  /** Writes an example's attributes, context, and size and age of the history. */
  void writeSide(int example, float[] out, int at) {
    long now = examples.epochSecond(example);
    attributes.encode(catalog.user(examples.user(example)), Context.at(now), out, at);
    int size = examples.historyEnd(example) - examples.historyStart(example);
    long last = size == 0 ? now : examples.historyEpochSecond(examples.historyEnd(example) - 1);
    TwoTower.historyValues(size, now - last, out, at + attributes.width());
  }
}
