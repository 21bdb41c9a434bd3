package watchnext.model.ranker;

import java.util.Arrays;
import java.util.List;
import watchnext.math.Matrix;
import watchnext.require.Require;

/**
 * Collects {@link RankerRows} request by request: {@link #add} for each video, then {@link
 * #endGroup}. <i>Confined: one thread at a time.</i>
 */
public final class RankerRowsBuilder {

  private final List<String> featureNames;
  private final float[][] labels = new float[Action.COUNT][1024];
  private float[] features;
  private int[] groupOffsets = new int[256];
  private int[] wanted = new int[256];
  private int rows;
  private int groups;

  /** An empty set of rows with these features. */
  public RankerRowsBuilder(List<String> featureNames) {
    this.featureNames = List.copyOf(featureNames);
    this.features = new float[Math.multiplyExact(1024, featureNames.size())];
  }

  /** Number of rows so far. */
  public int size() {
    return rows;
  }

  /**
   * Adds a row to the open group; labels are 1, 0, or NaN when not known.
   *
   * @param row the feature values, copied
   * @throws IllegalArgumentException when the row has another width than the names
   */
  public RankerRowsBuilder add(float[] row, float clicked, float watchedLong, float liked) {
    int width = featureNames.size();
    Require.that(row.length == width, "a row must have %s features, had %s", width, row.length);
    grow();
    System.arraycopy(row, 0, features, rows * width, width);
    labels[Action.CLICK.column()][rows] = clicked;
    labels[Action.LONG_WATCH.column()][rows] = watchedLong;
    labels[Action.LIKE.column()][rows] = liked;
    rows++;
    return this;
  }

  /** Closes a group whose rows hold every video that its user watched well. */
  public RankerRowsBuilder endGroup() {
    int good = 0;
    for (int row = groupOffsets[groups]; row < rows; row++) {
      good += labels[Action.LONG_WATCH.column()][row] == 1 ? 1 : 0;
    }
    return endGroup(good);
  }

  /**
   * Closes the group of the rows added since the last call; without any, nothing happens.
   *
   * @param watchedWell how many videos the user watched well, among the rows or not
   */
  public RankerRowsBuilder endGroup(int watchedWell) {
    if (rows > groupOffsets[groups]) {
      if (groups + 1 == groupOffsets.length) {
        groupOffsets = Arrays.copyOf(groupOffsets, groups * 2 + 2);
        wanted = Arrays.copyOf(wanted, groupOffsets.length);
      }
      wanted[groups] = watchedWell;
      groupOffsets[++groups] = rows;
    }
    return this;
  }

  /** The rows so far, checked; an open group is closed. */
  public RankerRows build() {
    endGroup();
    float[][] columns = new float[Action.COUNT][];
    for (int a = 0; a < Action.COUNT; a++) {
      columns[a] = Arrays.copyOf(labels[a], rows);
    }
    int width = featureNames.size();
    return new RankerRows(
        new Matrix(rows, width, Arrays.copyOf(features, rows * width)),
        Arrays.copyOf(groupOffsets, groups + 1),
        Arrays.copyOf(wanted, groups),
        columns,
        featureNames);
  }

  private void grow() {
    if (rows < labels[0].length) {
      return;
    }
    int capacity = rows * 2;
    features = Arrays.copyOf(features, Math.multiplyExact(capacity, featureNames.size()));
    for (int a = 0; a < Action.COUNT; a++) {
      labels[a] = Arrays.copyOf(labels[a], capacity);
    }
  }
}
