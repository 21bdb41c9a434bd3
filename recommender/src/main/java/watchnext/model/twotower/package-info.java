/**
 * Users and videos as vectors of one space, by two networks. Deeplearning4j gives the hidden layers
 * their first weights and moves them by its Adam; the rest of a step is our own arithmetic.
 *
 * <p>Read {@link watchnext.model.twotower.PlainTwoTower} first: the whole model in formulas of the
 * library, slow. Then
 *
 * <ol>
 *   <li>{@link watchnext.model.twotower.TwoTower}: what serving asks, with {@link
 *       watchnext.model.twotower.VideoRepresentations} and {@link
 *       watchnext.model.twotower.DenseTower};
 *   <li>{@link watchnext.model.twotower.TwoTowerStep}: the same step as the plain one, fast;
 *   <li>{@link watchnext.model.twotower.SampledSoftmax}: the loss;
 *   <li>{@link watchnext.model.twotower.TwoTowerBatch}: rows, negatives, masks, and {@link
 *       watchnext.model.twotower.BatchHistories};
 *   <li>{@link watchnext.model.twotower.SharedEmbeddings} and {@link
 *       watchnext.model.twotower.TokenEmbeddings}: the tables;
 *   <li>{@link watchnext.model.twotower.TrainingTower}, {@link
 *       watchnext.model.twotower.HiddenLayers}: the layers;
 *   <li>{@link watchnext.model.twotower.TwoTowerTrainer}: epochs of steps.
 * </ol>
 */
@NullMarked
package watchnext.model.twotower;

import org.jspecify.annotations.NullMarked;
