package watchnext.model.twotower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import watchnext.math.Matrix;
import watchnext.math.Tensors;

class PopularityOffsetsTest {

  private final PopularityOffsets offsets = new PopularityOffsets(new float[] {0, 0.3f, 0.75f});
  private final float[] user = {0.6f, 0.8f};
  private final float[] video = {0.8f, 0.6f};

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  @Test
  void anInnerProductIsTheCosineAndTheOffsetTimesOneFactor() {
    // c = 1 / sqrt(1 + 0.75^2) = 0.8, the factor 0.8 / sqrt(2) = 0.565685
    assertThat(offsets.scale()).isCloseTo(0.565685, within(1e-6));
    float[] a = new float[4];
    offsets.user(user, a);
    double[] expected = {0.96, 0.96 + 0.3, 0.96 + 0.75, 0.96};
    for (int v = 0; v < expected.length; v++) { // the last is newer than the offsets
      float[] b = new float[4];
      offsets.video(v, video, b);
      assertThat(dot(a, b)).isCloseTo(0.565685 * expected[v], within(1e-6));
    }
  }

  @Test
  void allVectorsStillHaveLengthOne() {
    float[] out = new float[4];
    offsets.user(user, out);
    assertThat(dot(out, out)).isCloseTo(1, within(1e-6));
    for (int v = 0; v < 4; v++) {
      offsets.video(v, video, out);
      assertThat(dot(out, out)).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void manyVideosGetWhatEachWouldAlone() {
    Matrix all = offsets.videos(new Matrix(2, 2, new float[] {0.8f, 0.6f, 0.8f, 0.6f}));
    float[] one = new float[4];
    offsets.video(1, video, one);
    assertThat(all.row(1)).containsExactly(one);
  }

  @Test
  void withoutOffsetsVectorsStayAsTheyAre() {
    PopularityOffsets none = new PopularityOffsets(new float[0]);
    float[] out = new float[2];
    none.video(0, video, out);
    assertThat(out).containsExactly(video);
    none.user(user, out);
    assertThat(out).containsExactly(user);
    assertThat(none.scale()).isEqualTo(1);
  }

  @Test
  void offsetsComeBackFromTheirTensors() {
    Tensors.Builder tensors = Tensors.builder();
    offsets.putInto(tensors);
    float[] before = new float[4];
    float[] after = new float[4];
    offsets.video(2, video, before);
    PopularityOffsets.from(tensors.build()).video(2, video, after);
    assertThat(after).containsExactly(before);
  }

  @Test
  void anOffsetGrowsWithTheLogarithmOfTheWatches() {
    TwoTowerData data = PlantedWatches.of(3).data();
    int watches = 0;
    for (int i = 0; i < data.examples().size(); i++) {
      watches += data.examples().video(i) == 8 ? 1 : 0;
    }
    PopularityOffsets some = PopularityOffsets.of(data, 0.5);
    float[] watched = new float[4];
    float[] unseen = new float[4];
    some.video(8, video, watched);
    some.video(PlantedWatches.UNSEEN, video, unseen);
    // Both shrunk alike: the offset over the first coordinate, 0.8, is 0.5 log(1 + n) / 0.8.
    assertThat(watched[2] / watched[0])
        .isCloseTo((float) (0.5 * Math.log1p(watches) / 0.8), within(1e-5f));
    assertThat(unseen[2]).isZero();
    assertThat(PopularityOffsets.of(data, 0).width()).isZero();
  }
}
