package watchnext.model.twotower;

import java.util.List;

/**
 * How a training went. <i>Immutable.</i>
 *
 * @param epochLosses mean loss of the steps of each epoch
 * @param examples rows trained on, all epochs together
 * @param seconds wall time of the training, without the loading of native libraries
 * @param temperature at the end
 */
public record TwoTowerReport(
    List<Double> epochLosses, long examples, double seconds, double temperature) {

  /** Copies the list. */
  public TwoTowerReport {
    epochLosses = List.copyOf(epochLosses);
  }

  /** Speed of the training. */
  public double examplesPerSecond() {
    return seconds > 0 ? examples / seconds : 0;
  }
}
