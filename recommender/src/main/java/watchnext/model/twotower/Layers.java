package watchnext.model.twotower;

import watchnext.math.Matrix;

/**
 * What a tower adds to the vector that goes straight through it, while it learns. <i>Confined: one
 * thread at a time.</i>
 */
sealed interface Layers permits NativeLayers, NoLayers {

  /**
   * Adds what the layers make of the input.
   *
   * @param input rows × width; its last column is 1
   * @param output rows × dimension
   */
  void addTo(Matrix input, Matrix output);

  /**
   * Adds to the gradient of the input, and keeps that of the weights until {@link #update}.
   *
   * @param error gradient of the loss by the output, rows × dimension
   * @param inputGradient rows × width
   */
  void backward(Matrix error, Matrix inputGradient);

  /** One step of the optimizer, its length times {@code share}. */
  void update(double share);

  /** The layers as serving runs them. */
  DenseTower export();
}
