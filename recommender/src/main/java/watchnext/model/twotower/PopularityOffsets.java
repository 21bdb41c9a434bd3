package watchnext.model.twotower;

import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.math.Tensors;

/**
 * The popularity of videos as serving adds it to the cosine, inside the vectors: two coordinates
 * more make an inner product of unit vectors of it, so an index need not know. With {@code o_v} the
 * offset of a video and {@code c = 1 / sqrt(1 + max o_v^2)},
 *
 * <pre>{@code
 * user'  = [user, 1, 0] / sqrt(2)
 * video' = [c video, c o_v, sqrt(1 - c^2 (1 + o_v^2))]
 * <user', video'> = c / sqrt(2) * (<user, video> + o_v)
 * }</pre>
 *
 * <p>The factor is the same for all, so the order is that of {@code cosine + offset}. Without
 * offsets the vectors stay what they are. A video newer than the model has offset 0. After Bachrach
 * et al., RecSys 2014 [bachrach2014]. <i>Immutable.</i>
 */
final class PopularityOffsets {

  private static final Kernels KERNELS = Kernels.BEST;
  private static final float HALF_ROOT = (float) Math.sqrt(0.5);

  private final float[] offsets;
  private final float shrink;

  /** Takes ownership of {@code offsets}, one a video known at training, or none. */
  PopularityOffsets(float[] offsets) {
    this.offsets = offsets;
    float most = 0;
    for (float offset : offsets) {
      most = Math.max(most, Math.abs(offset));
    }
    this.shrink = (float) (1 / Math.sqrt(1 + (double) most * most));
  }

  /**
   * Offsets of {@code weight * log(1 + n_v)}, with {@code n_v} the examples whose positive video
   * {@code v} is; none when {@code weight} is 0.
   */
  static PopularityOffsets of(TwoTowerData data, double weight) {
    int[] counts = new int[weight == 0 ? 0 : data.content().size()];
    for (int i = 0; weight != 0 && i < data.examples().size(); i++) {
      counts[data.examples().video(i)]++;
    }
    float[] offsets = new float[counts.length];
    for (int v = 0; v < offsets.length; v++) {
      offsets[v] = (float) (weight * Math.log1p(counts[v]));
    }
    return new PopularityOffsets(offsets);
  }

  /** How many coordinates are added to a vector. */
  int width() {
    return offsets.length == 0 ? 0 : 2;
  }

  /** What multiplies {@code cosine + offset} in an inner product. */
  double scale() {
    return offsets.length == 0 ? 1 : shrink * HALF_ROOT;
  }

  /** The vector of a user, or a mean of them, with the further coordinates. */
  void user(float[] vector, float[] out) {
    System.arraycopy(vector, 0, out, 0, vector.length);
    if (width() > 0) {
      KERNELS.scale(HALF_ROOT, out, 0, vector.length);
      out[vector.length] = HALF_ROOT;
      out[vector.length + 1] = 0;
    }
  }

  /** The vector of a video with the further coordinates. */
  void video(int video, float[] vector, float[] out) {
    System.arraycopy(vector, 0, out, 0, vector.length);
    if (width() > 0) {
      float offset = video < offsets.length ? offsets[video] : 0;
      KERNELS.scale(shrink, out, 0, vector.length);
      out[vector.length] = shrink * offset;
      double length = (double) shrink * shrink * (1 + (double) offset * offset);
      out[vector.length + 1] = (float) Math.sqrt(Math.max(0, 1 - length));
    }
  }

  /** The vectors of all videos, row = ordinal, with the further coordinates. */
  Matrix videos(Matrix vectors) {
    if (width() == 0) {
      return vectors;
    }
    Matrix result = new Matrix(vectors.rows(), vectors.columns() + width());
    float[] row = new float[result.columns()];
    for (int v = 0; v < vectors.rows(); v++) {
      video(v, vectors.row(v), row);
      System.arraycopy(row, 0, result.data(), result.offset(v), row.length);
    }
    return result;
  }

  void putInto(Tensors.Builder tensors) {
    tensors.put("popularityOffsets", offsets, offsets.length);
  }

  static PopularityOffsets from(Tensors tensors) {
    return new PopularityOffsets(tensors.floats("popularityOffsets", -1));
  }
}
