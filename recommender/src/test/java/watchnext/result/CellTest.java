package watchnext.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import watchnext.evaluation.Estimate;

class CellTest {

  @Test
  void anEstimateShowsItsIntervalWhenItHasOne() {
    Column column = Column.number("ndcg@10", 4);
    Cell cell = Cell.of(new Estimate(0.12344, 0.1, 0.25));
    assertThat(cell.text(column, IntervalStyle.ENDS)).isEqualTo("0.1234 [0.1000, 0.2500]");
    // 0.25 - 0.12344 = 0.12656 is farther than 0.02344
    assertThat(cell.text(column, IntervalStyle.FARTHER_END)).isEqualTo("0.1234 ±0.1266");
    assertThat(text(Cell.of(Estimate.of(0.5)), column)).isEqualTo("0.5000");
    assertThat(text(Cell.of(Estimate.of(Double.NaN)), column)).isEqualTo("-");
    assertThat(text(Cell.of(Double.POSITIVE_INFINITY), column)).isEqualTo("-");
  }

  @Test
  void aDifferenceHasItsSign() {
    Column column = Column.difference("difference", 2);
    assertThat(text(Cell.of(0.5), column)).isEqualTo("+0.50");
    assertThat(text(Cell.of(new Estimate(-0.5, -1, 0.25)), column))
        .isEqualTo("-0.50 [-1.00, +0.25]");
  }

  @Test
  void figuresOfAnySizeHaveFourSignificantDigits() {
    Column column = Column.figure("value");
    assertThat(text(Cell.of(1_234_567), column)).isEqualTo("1,234,567");
    assertThat(text(Cell.of(12_345.6), column)).isEqualTo("12,346");
    assertThat(text(Cell.of(123.456), column)).isEqualTo("123.5");
    assertThat(text(Cell.of(0.0123456), column)).isEqualTo("0.01235");
    assertThat(text(Cell.of(0), column)).isEqualTo("0");
    assertThat(text(Cell.of(new Estimate(12.345, 9.9, 15)), column))
        .isEqualTo("12.35 [9.90, 15.00]");
  }

  private static String text(Cell cell, Column column) {
    return cell.text(column, IntervalStyle.ENDS);
  }
}
