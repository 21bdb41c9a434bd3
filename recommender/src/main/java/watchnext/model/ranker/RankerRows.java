package watchnext.model.ranker;

import java.util.Arrays;
import java.util.List;
import watchnext.math.Matrix;
import watchnext.require.Require;

/**
 * Training set of the rankers: one row a video that was shown (or retrieved), with the feature
 * values of that instant and what the user did. Rows of one request form a group, because a ranker
 * is asked to order the videos of one request and never compares across requests.
 *
 * <p>A label is 1 (done), 0 (not done) or NaN (not known: the data set has no likes, say). Trees
 * read NaN as 0, see {@link #relevance}; the network leaves it out of its loss.
 *
 * <p>A request also has a number of wanted videos: those that the user went on to watch well,
 * whether retrieval found them or not. The best possible order is judged by that number, as the
 * evaluation does; otherwise a request of which nothing was found would not count.
 *
 * <p>Shapes: features N × F; labels N; group g holds the rows {@code start(g)} to {@code end(g)}.
 * Errors: features that are not finite, labels other than 0, 1 and NaN, offsets that do not ascend
 * from 0 to N, and fewer wanted videos than rows watched well are refused. <i>Immutable; arrays are
 * shared, not copied.</i>
 */
public final class RankerRows {

  private final Matrix features;
  private final int[] groupOffsets;
  private final int[] wanted;
  private final float[][] labels;
  private final List<String> featureNames;

  /**
   * Takes ownership of all arrays.
   *
   * @param features one row a video, N × F, finite
   * @param groupOffsets 0, then where each group ends; G + 1 numbers, strictly ascending to N
   * @param wanted for each group the number of videos that the user watched well
   * @param labels one column of N labels per {@link Action}, in its order
   * @param featureNames F names
   */
  public RankerRows(
      Matrix features,
      int[] groupOffsets,
      int[] wanted,
      float[][] labels,
      List<String> featureNames) {
    this.features = features;
    this.groupOffsets = groupOffsets;
    this.wanted = wanted;
    this.labels = labels;
    this.featureNames = List.copyOf(featureNames);
    checkNames();
    checkGroups();
    checkLabels();
    checkWanted();
    checkFeatures();
  }

  private void checkNames() {
    Require.that(
        featureNames.size() == features.columns(),
        "every feature must have a name, had %s features and %s names",
        features.columns(),
        featureNames.size());
    Require.that(
        featureNames.stream().distinct().count() == featureNames.size(),
        "feature names must be unique, were %s",
        featureNames);
    for (String name : featureNames) {
      Require.that(
          !name.isBlank() && !name.contains(","),
          "a feature name must not be blank or hold a comma, was \"%s\"",
          name);
    }
  }

  private void checkGroups() {
    Require.that(
        groupOffsets.length != 0 && groupOffsets[0] == 0,
        "group offsets must begin with 0, were %s",
        Arrays.toString(groupOffsets));
    for (int g = 1; g < groupOffsets.length; g++) {
      if (groupOffsets[g] <= groupOffsets[g - 1]) {
        throw new IllegalArgumentException(
            "group offsets must ascend, were " + groupOffsets[g - 1] + ", " + groupOffsets[g]);
      }
    }
    if (groupOffsets[groupOffsets.length - 1] != features.rows()) {
      throw new IllegalArgumentException(
          "group offsets must end with the number of rows, "
              + features.rows()
              + ", ended with "
              + groupOffsets[groupOffsets.length - 1]);
    }
  }

  private void checkLabels() {
    Require.that(
        labels.length == Action.COUNT,
        "there must be %s label columns, were %s",
        Action.COUNT,
        labels.length);
    for (Action action : Action.values()) {
      float[] column = labels[action.column()];
      Require.that(
          column.length == features.rows(),
          "every row must have a label for %s, had %s rows and %s labels",
          action,
          features.rows(),
          column.length);
      for (float label : column) {
        if (label != 0 && label != 1 && !Float.isNaN(label)) {
          throw new IllegalArgumentException("a label must be 0, 1 or NaN, was " + label);
        }
      }
    }
  }

  private void checkWanted() {
    Require.that(
        wanted.length == groups(),
        "every group must have a number of wanted videos, had %s groups and %s numbers",
        groups(),
        wanted.length);
    for (int g = 0; g < groups(); g++) {
      int found = 0;
      for (int row = start(g); row < end(g); row++) {
        found += isGood(row) ? 1 : 0;
      }
      Require.that(
          wanted[g] >= found,
          "wanted videos must be at least those watched well, %s in group %s, were %s",
          found,
          g,
          wanted[g]);
    }
  }

  private void checkFeatures() {
    float[] data = features.data();
    for (int i = 0; i < data.length; i++) {
      if (!Float.isFinite(data[i])) {
        throw new IllegalArgumentException(
            "feature values must be finite, \""
                + featureNames.get(i % features.columns())
                + "\" of row "
                + (i / features.columns())
                + " was "
                + data[i]);
      }
    }
  }

  /** Number of rows, N. */
  public int size() {
    return features.rows();
  }

  /** Number of features, F. */
  public int width() {
    return features.columns();
  }

  /** Number of groups, that is of requests. */
  public int groups() {
    return groupOffsets.length - 1;
  }

  /** The first row of group {@code g}. */
  public int start(int g) {
    return groupOffsets[g];
  }

  /** The row after the last of group {@code g}. */
  public int end(int g) {
    return groupOffsets[g + 1];
  }

  /** How many videos the user of group {@code g} watched well, whether they are rows or not. */
  public int wanted(int g) {
    return wanted[g];
  }

  /** The feature values, N × F. */
  public Matrix features() {
    return features;
  }

  /** The names of the features, in their order. */
  public List<String> featureNames() {
    return featureNames;
  }

  /** Whether any row was watched well: without one every order is as good as any other. */
  public boolean hasGood() {
    for (int row = 0; row < size(); row++) {
      if (isGood(row)) {
        return true;
      }
    }
    return false;
  }

  /** Whether row {@code row} was watched well: what the evaluation calls relevant. */
  public boolean isGood(int row) {
    return label(row, Action.LONG_WATCH) == 1;
  }

  /**
   * Checks that these rows have the features a model was trained on.
   *
   * @throws IllegalArgumentException when they have others, or in another order
   */
  void requireFeatures(List<String> expected) {
    Require.that(
        featureNames.equals(expected),
        "rows must have the features %s, had %s",
        expected,
        featureNames);
  }

  /** Whether the user of row {@code row} did {@code action}: 1, 0, or NaN when not known. */
  public float label(int row, Action action) {
    return labels[action.column()][row];
  }

  /**
   * How good row {@code row} turned out to be, for a ranking loss: 3 when it was liked, else 2 when
   * it was watched well, else 1 when it was clicked, else 0. Unknown counts as not done: a loss on
   * pairs within a request only needs to know which of two videos did visibly better.
   */
  public int relevance(int row) {
    if (label(row, Action.LIKE) == 1) {
      return 3;
    }
    if (label(row, Action.LONG_WATCH) == 1) {
      return 2;
    }
    return label(row, Action.CLICK) == 1 ? 1 : 0;
  }
}
