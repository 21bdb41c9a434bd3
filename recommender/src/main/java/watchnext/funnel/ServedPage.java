package watchnext.funnel;

import java.util.List;
import watchnext.catalog.Context;
import watchnext.math.Matrix;
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
    if (rows.rows() != 0 && rows.rows() != slate.items().size()) {
      throw new IllegalArgumentException(
          "there must be a row an item or none, were "
              + rows.rows()
              + " for "
              + slate.items().size());
    }
    if (rows.columns() != featureNames.size()) {
      throw new IllegalArgumentException(
          "every column must have a name, had "
              + rows.columns()
              + " columns and "
              + featureNames.size()
              + " names");
    }
  }
}
