package watchnext.pipeline;

import java.util.List;
import watchnext.model.ranker.GbdtReport;
import watchnext.model.ranker.NeuralReport;

/**
 * How the trainings of a rebuild went, for people to look at. <i>Immutable.</i>
 *
 * @param twoTowerLoss loss after each epoch of the model that serves
 * @param gbdt validation nDCG by tree, and importances
 * @param neural losses by epoch, and calibration
 * @param toldApart AUC of a classifier that tells training rows of the rankers from served rows:
 *     0.5 when they look alike, NaN when there were too few
 */
public record TrainingCurves(
    List<Double> twoTowerLoss, GbdtReport gbdt, NeuralReport neural, double toldApart) {}
