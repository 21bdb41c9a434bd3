package watchnext.funnel;

import java.util.List;
import watchnext.catalog.Context;
import watchnext.math.Matrix;
import watchnext.require.Require;
import watchnext.task.Slate;

/**
 * A page as it was served, with the feature values that the ranker saw: what rankers can be trained
 * on without making the values again. The values of a replay are the same as long as features and
 * models are; those kept here are what was served, whatever has changed since.
 *
 * <p>Shapes: a row of {@code featureNames.size()} values for each item of the slate, in its order;
 * no row at all where no ranker was asked. <i>Immutable by convention: the rows are shared.</i>
 *
 * @param requestId names the request, in the log of events too
 * @param arm of an experiment, empty for none
 * @param context time and device
 * @param slate user, snapshot version, and each video with its sources, score and propensity
 * @param featureNames names of the columns
 * @param rows the feature values
 */
public record ServedPage(
    String requestId,
    String arm,
    Context context,
    Slate slate,
    List<String> featureNames,
    Matrix rows) {

  /** Takes an unmodifiable copy of the names and checks the shape. */
  public ServedPage {
    featureNames = List.copyOf(featureNames);
    Require.that(
        rows.rows() == 0 || rows.rows() == slate.items().size(),
        "there must be a row an item or none, were %s for %s",
        rows.rows(),
        slate.items().size());
    Require.that(
        rows.columns() == featureNames.size(),
        "every column must have a name, had %s columns and %s names",
        rows.columns(),
        featureNames.size());
  }
}
