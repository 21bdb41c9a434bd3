package watchnext.model.ranker;

import watchnext.require.Require;

/**
 * Brings every feature to mean 0 and standard deviation 1, as a network needs them:
 *
 * <pre>  z = clip((x − mean) / deviation, −5, 5)</pre>
 *
 * Mean and deviation are those of the training rows. A feature that was constant there becomes 0,
 * and so does NaN: a value that is not known counts as the usual one. The clip keeps a value far
 * from anything seen in training from deciding alone. <i>Immutable.</i>
 *
 * @param means F means
 * @param inverseDeviations F times 1 / deviation, 0 for a constant feature
 */
record Standardizer(float[] means, float[] inverseDeviations) {

  private static final float CLIP = 5;

  Standardizer {
    Require.that(
        means.length == inverseDeviations.length,
        "there must be one mean and one deviation a feature, were %s and %s",
        means.length,
        inverseDeviations.length);
    for (int f = 0; f < means.length; f++) {
      Require.that(
          Float.isFinite(means[f]) && Float.isFinite(inverseDeviations[f]),
          "means and deviations must be finite, were %s and 1 / %s",
          means[f],
          inverseDeviations[f]);
    }
  }

  /** Mean and deviation of each feature of {@code rows}, in two passes of double precision. */
  static Standardizer fit(RankerRows rows) {
    int width = rows.width();
    double[] sums = new double[width];
    double[] squares = new double[width];
    float[] data = rows.features().data();
    for (int i = 0; i < data.length; i++) {
      sums[i % width] += data[i];
    }
    float[] means = new float[width];
    for (int f = 0; f < width; f++) {
      means[f] = (float) (sums[f] / rows.size());
    }
    for (int i = 0; i < data.length; i++) {
      double difference = data[i] - (double) means[i % width];
      squares[i % width] += difference * difference;
    }
    float[] inverse = new float[width];
    for (int f = 0; f < width; f++) {
      double deviation = Math.sqrt(squares[f] / rows.size());
      boolean constant = deviation <= 1e-6 * Math.max(1e-6, Math.abs(means[f]));
      inverse[f] = constant ? 0 : (float) (1 / deviation);
    }
    return new Standardizer(means, inverse);
  }

  /** Number of features, F. */
  int width() {
    return means.length;
  }

  /** Writes {@code count} rows, standardised, to the start of {@code z}. */
  void apply(float[] x, int xOffset, int count, float[] z) {
    int width = means.length;
    float[] row = new float[width];
    for (int r = 0; r < count; r++) {
      System.arraycopy(x, xOffset + r * width, row, 0, width);
      applyToRow(row, means, inverseDeviations);
      System.arraycopy(row, 0, z, r * width, width);
    }
    if (Unknowns.any(z, count * width)) {
      Unknowns.toZero(z, count * width);
    }
  }

  /**
   * Without a branch, and with one index into all arrays: only then does the compiler make vector
   * instructions of it, which is worth the two copies several times over.
   */
  private static void applyToRow(float[] row, float[] means, float[] inverseDeviations) {
    for (int f = 0; f < row.length; f++) {
      float value = (row[f] - means[f]) * inverseDeviations[f];
      row[f] = Math.max(-CLIP, Math.min(CLIP, value));
    }
  }
}
