package watchnext.model.twotower;

import java.util.Arrays;
import watchnext.feature.VideoContent;
import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.math.Tensors;
import watchnext.require.Require;

/**
 * The video half of a {@link TwoTower} as serving runs it:
 *
 * <pre>{@code
 * vector(v) = tower([representation(v), dense values of the content])
 * vector(v) = direction of vector(v) + lift, when training never met v
 * vector(v) = [vector(v), two coordinates of PopularityOffsets], where popularity counts
 * }</pre>
 *
 * <p>Cost: one representation and the tower's layers a video. <i>Immutable.</i>
 */
final class VideoEncoder {

  private static final Kernels KERNELS = Kernels.BEST;
  private static final int BLOCK = 256;

  private final VideoRepresentations representations;
  private final DenseTower tower;
  private final float[] newVideoLift;
  private final PopularityOffsets popularity;

  /**
   * Takes ownership of the arrays.
   *
   * @param newVideoLift what is added to the vector of a video that training never met
   */
  VideoEncoder(
      VideoRepresentations representations,
      DenseTower tower,
      float[] newVideoLift,
      PopularityOffsets popularity) {
    Require.that(
        representations.dimension() == tower.dimension(),
        "representations and the video tower must have one dimension, were %d and %d",
        representations.dimension(),
        tower.dimension());
    TwoTower.requireLength("newVideoLift", newVideoLift, tower.dimension());
    this.representations = representations;
    this.tower = tower;
    this.newVideoLift = newVideoLift;
    this.popularity = popularity;
  }

  /** Length of the tower's output. */
  int dimension() {
    return tower.dimension();
  }

  PopularityOffsets popularity() {
    return popularity;
  }

  VideoRepresentations representations() {
    return representations;
  }

  /** Writes the unit vector of one video to {@code out}. */
  void encode(int video, VideoContent content, float[] out) {
    requireFit(content);
    Matrix input = new Matrix(1, tower.width());
    write(video, content, input, 0);
    Matrix vector = new Matrix(1, dimension());
    tower.forward(input, 1, vector, 0);
    lift(video, vector.data(), 0);
    popularity.video(video, vector.data(), out);
  }

  /** The unit vectors of all videos of {@code content}, row = ordinal. */
  Matrix encodeAll(VideoContent content) {
    requireFit(content);
    Matrix out = new Matrix(content.size(), dimension());
    Matrix input = new Matrix(BLOCK, tower.width());
    for (int first = 0; first < content.size(); first += BLOCK) {
      int count = Math.min(BLOCK, content.size() - first);
      Arrays.fill(input.data(), 0);
      for (int i = 0; i < count; i++) {
        write(first + i, content, input, i);
      }
      tower.forward(input, count, out, first);
      for (int i = 0; i < count; i++) {
        lift(first + i, out.data(), out.offset(first + i));
      }
    }
    return popularity.videos(out);
  }

  private void lift(int video, float[] vectors, int offset) {
    if (!representations.isMet(video)) {
      KERNELS.axpy(1, newVideoLift, 0, vectors, offset, newVideoLift.length);
      DenseTower.normalize(vectors, offset, newVideoLift.length);
    }
  }

  private void write(int video, VideoContent content, Matrix input, int row) {
    int at = input.offset(row);
    representations.add(video, content, input.data(), at);
    for (int i = 0; i < content.denseWidth(); i++) {
      input.data()[at + dimension() + i] = content.dense(video, i);
    }
  }

  /** The same that also knows all further videos of {@code content}. */
  VideoEncoder knowing(VideoContent content) {
    requireFit(content);
    return new VideoEncoder(representations.extended(content), tower, newVideoLift, popularity);
  }

  /** The same that also knows the next video, by its content. */
  VideoEncoder knowingNext(VideoContent content) {
    requireFit(content);
    return new VideoEncoder(representations.with(content), tower, newVideoLift, popularity);
  }

  private void requireFit(VideoContent content) {
    Require.that(
        content.buckets() == representations.buckets()
            && content.denseWidth() == tower.width() - dimension(),
        "content must have %d buckets and %d dense values, had %d and %d",
        representations.buckets(),
        tower.width() - dimension(),
        content.buckets(),
        content.denseWidth());
  }

  void putInto(Tensors.Builder tensors) {
    representations.putInto(tensors);
    tensors.put("newVideoLift", newVideoLift, newVideoLift.length);
    tower.putInto(tensors, "video");
    popularity.putInto(tensors);
  }

  static VideoEncoder from(Tensors tensors) {
    return new VideoEncoder(
        VideoRepresentations.from(tensors),
        DenseTower.from(tensors, "video"),
        tensors.floats("newVideoLift", -1),
        PopularityOffsets.from(tensors));
  }
}
