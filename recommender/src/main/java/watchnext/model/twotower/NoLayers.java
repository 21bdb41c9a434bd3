package watchnext.model.twotower;

import watchnext.math.Matrix;

/**
 * A tower without hidden layers: its output is the direction of its input's first part, and the
 * rest of the input counts nothing. What a model of ids alone needs, and no native call.
 * <i>Immutable.</i>
 *
 * @param width length of an input, without the last value that is always 1
 * @param dimension length of an output
 */
record NoLayers(int width, int dimension) implements Layers {

  @Override
  public void begin() {}

  @Override
  public void addTo(Matrix input, Matrix output, int from, int to) {}

  @Override
  public void backward(Matrix input, Matrix error, Matrix inputGradient, int from, int to) {}

  @Override
  public void update(double share) {}

  /** One hidden unit that nothing reaches: the form of the stored model stays the same. */
  @Override
  public DenseTower export() {
    return new DenseTower(new Matrix(width, 1), new float[1], new Matrix(1, dimension));
  }
}
