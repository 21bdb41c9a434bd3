package watchnext.model.twotower;

/**
 * The loss's temperature as a parameter: what is learnt is {@code log(1 / temperature)}, by Adam,
 * so that a step changes it by a share of its value. <i>Confined: one thread at a time.</i>
 */
final class Temperature {

  private static final double FIRST_MOMENT = 0.9;
  private static final double SECOND_MOMENT = 0.999;

  private final boolean learnt;
  private final double learningRate;
  private double logScale;
  private double mean;
  private double square;
  private int steps;

  Temperature(SoftmaxConfig config, double learningRate) {
    this.learnt = config.learnTemperature();
    this.learningRate = learningRate;
    this.logScale = -Math.log(config.temperature());
  }

  /** 1 / temperature. */
  float scale() {
    return (float) Math.exp(logScale);
  }

  double value() {
    return Math.exp(-logScale);
  }

  /** Sets log(1 / temperature), for tests. */
  void setLogScale(double value) {
    logScale = value;
  }

  double logScale() {
    return logScale;
  }

  /** One step of Adam, its length times {@code share}; stays within [smallest, 1]. */
  void update(double gradient, double share) {
    if (!learnt) {
      return;
    }
    steps++;
    mean += (1 - FIRST_MOMENT) * (gradient - mean);
    square += (1 - SECOND_MOMENT) * (gradient * gradient - square);
    double unbiasedMean = mean / (1 - Math.pow(FIRST_MOMENT, steps));
    double unbiasedSquare = square / (1 - Math.pow(SECOND_MOMENT, steps));
    logScale -= share * learningRate * unbiasedMean / (Math.sqrt(unbiasedSquare) + 1e-8);
    logScale = Math.max(0, Math.min(-Math.log(SoftmaxConfig.SMALLEST_TEMPERATURE), logScale));
  }
}
