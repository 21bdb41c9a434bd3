package watchnext.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RowsTest {

  private static final Matrix FIRST = new Matrix(2, 3, new float[] {1, 0, 0, 0, 2, 0});

  @Test
  void rowsAddedFollowThoseOfTheMatrixHoweverManyThereAre() {
    Rows rows = Rows.of(FIRST);
    for (int i = 0; i < 300; i++) {
      rows = rows.with(new float[] {i, 1, 1});
    }
    assertThat(rows.size()).isEqualTo(302);
    assertThat(rows.columns()).isEqualTo(3);
    float[] ones = {1, 1, 1};
    assertThat(rows.dot(ones, 0)).isEqualTo(1);
    assertThat(rows.dot(ones, 1)).isEqualTo(2);
    for (int i = 0; i < 300; i++) {
      assertThat(rows.dot(ones, 2 + i)).isEqualTo(i + 2);
    }
    assertThat(rows.dot(1, 5)).isEqualTo(2);
    assertThat(rows.dot(5, 5)).isEqualTo(11);
    assertThat(FIRST.data()).containsExactly(1, 0, 0, 0, 2, 0);
  }

  @Test
  void manyRowsAtOnceGiveWhatTheyGiveOneByOne() {
    Rows rows = Rows.of(FIRST).with(new float[] {7, 0, 1}).with(new float[] {8, 2, 0});
    float[] products = new float[4];
    rows.dots(new float[] {1, 2, 3}, new int[] {1, 2, 3}, 3, products);
    assertThat(products).startsWith(4, 10, 12);
    rows.dots(new float[] {1, 2, 3}, new int[] {2, 3}, 2, products);
    assertThat(products).startsWith(10, 12);
    rows.dots(new float[] {1, 2, 3}, new int[] {0, 1}, 2, products);
    assertThat(products).startsWith(1, 4);
  }

  @Test
  void theRowsBeforeStayAsTheyWere() {
    Rows one = Rows.of(FIRST).with(new float[] {7, 0, 0});
    one.with(new float[] {8, 0, 0});
    assertThat(one.size()).isEqualTo(3);
    assertThat(one.dot(new float[] {1, 0, 0}, 2)).isEqualTo(7);
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> Rows.of(FIRST).with(new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row must have 3 entries, had 2");
  }
}
