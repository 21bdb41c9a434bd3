package watchnext.calibration;

import java.util.Arrays;

/** A column of numbers that grows. <i>Confined: one thread.</i> */
final class Samples {

  private double[] values = new double[1024];
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  Distribution distribution() {
    return Distribution.of(values, size);
  }
}
