package watchnext.model.ranker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchnext.math.Matrix;

class RankerRowsTest {

  private static final float UNKNOWN = Float.NaN;
  private static final List<String> AB = List.of("a", "b");

  @Test
  void theBuilderKeepsRowsLabelsAndGroupsInOrder() {
    RankerRows rows =
        new RankerRowsBuilder(AB)
            .add(new float[] {1, 2}, 1, 0, UNKNOWN)
            .endGroup()
            .endGroup()
            .add(new float[] {3, 4}, 0, 0, 0)
            .add(new float[] {5, 6}, 1, 1, 0)
            .build();
    assertThat(rows.size()).isEqualTo(3);
    assertThat(rows.groups()).isEqualTo(2);
    assertThat(rows.start(1)).isEqualTo(1);
    assertThat(rows.end(1)).isEqualTo(3);
    assertThat(rows.features().row(2)).containsExactly(5, 6);
    assertThat(rows.label(0, Action.CLICK)).isEqualTo(1);
    assertThat(rows.label(0, Action.LIKE)).isNaN();
    assertThat(rows.label(2, Action.LONG_WATCH)).isEqualTo(1);
  }

  @Test
  void theBuilderGrowsPastItsFirstCapacity() {
    RankerRowsBuilder builder = new RankerRowsBuilder(AB);
    for (int i = 0; i < 5000; i++) {
      builder.add(new float[] {i, -i}, i % 2, 0, 0).endGroup();
    }
    RankerRows rows = builder.build();
    assertThat(rows.groups()).isEqualTo(5000);
    assertThat(rows.features().get(4999, 1)).isEqualTo(-4999);
    assertThat(rows.label(4999, Action.CLICK)).isEqualTo(1);
  }

  @Test
  void relevanceIsTheBestThingThatHappenedAndUnknownCountsAsNothing() {
    RankerRows rows =
        new RankerRowsBuilder(List.of("a"))
            .add(new float[] {0}, 0, 0, 0)
            .add(new float[] {0}, 1, 0, UNKNOWN)
            .add(new float[] {0}, 1, 1, UNKNOWN)
            .add(new float[] {0}, UNKNOWN, UNKNOWN, 1)
            .add(new float[] {0}, UNKNOWN, UNKNOWN, UNKNOWN)
            .build();
    assertThat(IntStream.range(0, 5).map(rows::relevance)).containsExactly(0, 1, 2, 3, 0);
  }

  @Test
  void aRequestWantsWhatItsRowsHoldUnlessItIsToldOfMore() {
    RankerRows rows =
        new RankerRowsBuilder(List.of("a"))
            .add(new float[] {0}, 1, 1, 0)
            .add(new float[] {0}, 1, 0, 0)
            .endGroup()
            .add(new float[] {0}, 0, 0, 0)
            .endGroup(7)
            .build();
    assertThat(rows.wanted(0)).isEqualTo(1);
    assertThat(rows.wanted(1)).isEqualTo(7);
    assertThat(rows.hasGood()).isTrue();
  }

  @Test
  void aRequestCannotWantLessThanItsRowsHold() {
    RankerRowsBuilder rows =
        new RankerRowsBuilder(List.of("a")).add(new float[] {0}, 1, 1, 0).endGroup(0);
    assertThatThrownBy(rows::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("wanted videos must be at least those watched well, 1 in group 0, were 0");
  }

  @Test
  void featureValuesMustBeFinite() {
    RankerRowsBuilder builder =
        new RankerRowsBuilder(AB)
            .add(new float[] {1, 2}, 0, 0, 0)
            .add(new float[] {3, Float.POSITIVE_INFINITY}, 0, 0, 0);
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("feature values must be finite, \"b\" of row 1 was Infinity");
  }

  @Test
  void labelsMustBeZeroOneOrUnknown() {
    RankerRowsBuilder builder = new RankerRowsBuilder(AB).add(new float[] {1, 2}, 0.5f, 0, 0);
    assertThatThrownBy(builder::build).hasMessage("a label must be 0, 1 or NaN, was 0.5");
  }

  @Test
  void aRowMustHaveEveryFeature() {
    RankerRowsBuilder builder = new RankerRowsBuilder(AB);
    assertThatThrownBy(() -> builder.add(new float[] {1}, 0, 0, 0))
        .hasMessage("a row must have 2 features, had 1");
  }

  @Test
  void groupsMustAscendFromZeroToTheNumberOfRows() {
    assertThatThrownBy(() -> withOffsets(0, 2, 2, 3))
        .hasMessage("group offsets must ascend, were 2, 2");
    assertThatThrownBy(() -> withOffsets(1, 3))
        .hasMessage("group offsets must begin with 0, were [1, 3]");
    assertThatThrownBy(() -> withOffsets(0, 2))
        .hasMessage("group offsets must end with the number of rows, 3, ended with 2");
  }

  @Test
  void everyFeatureMustHaveItsOwnName() {
    assertThatThrownBy(() -> new RankerRowsBuilder(List.of("a", "a")).build())
        .hasMessage("feature names must be unique, were [a, a]");
    assertThatThrownBy(() -> new RankerRowsBuilder(List.of("a,b")).build())
        .hasMessage("a feature name must not be blank or hold a comma, was \"a,b\"");
  }

  private static RankerRows withOffsets(int... offsets) {
    return new RankerRows(
        new Matrix(3, 2), offsets, new int[offsets.length - 1], new float[Action.COUNT][3], AB);
  }
}
