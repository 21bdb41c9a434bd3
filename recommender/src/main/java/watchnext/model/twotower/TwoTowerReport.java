package watchnext.model.twotower;

import java.util.List;

/**
 * How a training went. <i>Immutable.</i>
 *
 * @param epochLosses mean loss of the steps of each epoch
 * @param examples rows trained on, all epochs together
 * @param seconds wall time of the training, without the loading of native libraries
 * @param stepSeconds the part of it that the steps took; the rest made the tables, which takes as
 *     long as the catalogue is large, and exported the model
 */
public record TwoTowerReport(
    List<Double> epochLosses, long examples, double seconds, double stepSeconds) {

  /** Copies the list. */
  public TwoTowerReport {
    epochLosses = List.copyOf(epochLosses);
  }

  /** Speed of the steps. */
  public double examplesPerSecond() {
    return stepSeconds > 0 ? examples / stepSeconds : 0;
  }
}
