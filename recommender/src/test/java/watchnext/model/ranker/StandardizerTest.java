package watchnext.model.ranker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StandardizerTest {

  /** Feature a has mean 3 and deviation 1; feature b is always 7. */
  private final Standardizer standardizer =
      Standardizer.fit(
          new RankerRowsBuilder(List.of("a", "b"))
              .add(new float[] {2, 7}, 0, 0, 0)
              .add(new float[] {4, 7}, 0, 0, 0)
              .build());

  @Test
  void featuresGetMeanZeroAndDeviationOne() {
    assertThat(applied(2, 7)).containsExactly(-1, 0);
    assertThat(applied(4, 7)).containsExactly(1, 0);
  }

  @Test
  void aFeatureThatWasConstantSaysNothing() {
    assertThat(applied(3, 1e6f)).containsExactly(0, 0);
  }

  @Test
  void farValuesAreClipped() {
    assertThat(applied(1e9f, 7)).containsExactly(5, 0);
    assertThat(applied(Float.NEGATIVE_INFINITY, 7)).containsExactly(-5, 0);
  }

  @Test
  void anUnknownValueCountsAsTheMean() {
    assertThat(applied(Float.NaN, Float.NaN)).containsExactly(0, 0);
  }

  @Test
  void aConstantThatIsNotExactInBinaryIsStillConstant() {
    RankerRowsBuilder builder = new RankerRowsBuilder(List.of("a"));
    for (int i = 0; i < 1000; i++) {
      builder.add(new float[] {0.1f}, 0, 0, 0);
    }
    assertThat(Standardizer.fit(builder.build()).inverseDeviations()).containsExactly(0);
  }

  private float[] applied(float a, float b) {
    float[] z = new float[2];
    standardizer.apply(new float[] {99, a, b}, 1, 1, z);
    return z;
  }
}
