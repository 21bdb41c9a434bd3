package watchnext.model.twotower;

import watchnext.math.Matrix;

/**
 * What a tower adds to the vector that goes straight through it, while it learns. Rows are worked
 * on in slices of {@link #SLICE}, which several threads may share. A step runs {@link #begin},
 * {@link #addTo} for all slices, {@link #backward} for all slices, {@link #update}. <i>Confined:
 * one step at a time, each slice by one thread.</i>
 */
sealed interface Layers permits NativeLayers, NoLayers {

  /** Rows of a slice. */
  int SLICE = 128;

  /** Takes the weights of now. */
  void begin();

  /**
   * Adds what the layers make of the input rows in [from, to), a slice.
   *
   * @param input rows × width; its last column is 1
   * @param output rows × dimension
   */
  void addTo(Matrix input, Matrix output, int from, int to);

  /**
   * Adds to the gradient of the input, and keeps that of the weights until {@link #update}.
   *
   * @param input as it was given to {@link #addTo}
   * @param error gradient of the loss by the output, rows × dimension
   * @param inputGradient of the first columns of the input, rows × dimension
   */
  void backward(Matrix input, Matrix error, Matrix inputGradient, int from, int to);

  /** One step of the optimizer, its length times {@code share}. */
  void update(double share);

  /** The layers as serving runs them. */
  DenseTower export();
}
