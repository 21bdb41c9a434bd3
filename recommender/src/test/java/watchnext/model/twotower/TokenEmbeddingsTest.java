package watchnext.model.twotower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Catalog;
import watchnext.catalog.Video;
import watchnext.feature.content.ContentEncoder;
import watchnext.feature.content.VideoContent;
import watchnext.math.Matrix;

class TokenEmbeddingsTest {

  private static int next;

  private static final VideoContent CONTENT =
      ContentEncoder.encode(
          new Catalog(
              List.of(),
              List.of(
                  titled("red dragon"), titled("red red"), titled("dragon"), titled("moon moon"))));

  private static Video titled(String title) {
    return new Video("v" + next++, title, "", List.of(), "", 0, Video.ALWAYS_THERE);
  }

  @Test
  void aTokenCountsWhenTwoVideosThatTrainingMeetsHaveIt() {
    boolean[] seen = {true, true, false, true};
    int red = CONTENT.token(0, 0);
    // "dragon" is in two videos, but training meets one; "moon" is twice in one.
    assertThat(TokenEmbeddings.common(CONTENT, seen).stream().toArray()).containsExactly(red);
  }

  @Test
  void contentKeepsTheTokensThatCountAndNoOthers() {
    boolean[] seen = {true, true, false, true};
    VideoContent kept = CONTENT.keeping(TokenEmbeddings.common(CONTENT, seen));
    assertThat(kept.size()).isEqualTo(4);
    assertThat(kept.tokenCount(0)).isEqualTo(1);
    assertThat(kept.token(0, 0)).isEqualTo(CONTENT.token(0, 0));
    assertThat(kept.tokenCount(1)).isEqualTo(2);
    assertThat(kept.tokenCount(2)).isZero();
    assertThat(kept.tokenCount(3)).isZero();
  }

  @Test
  void aTokenThatTrainingNeverMovedDoesNotCountInTheMean() {
    Matrix tokens = new Matrix(CONTENT.buckets() + 1, 2);
    tokens.data()[tokens.offset(CONTENT.token(0, 0))] = 3;
    tokens.data()[tokens.offset(CONTENT.buckets()) + 1] = 5;
    VideoRepresentations representations =
        new VideoRepresentations(new Matrix(0, 2), tokens, new int[0]);
    float[] out = new float[2];
    representations.add(0, CONTENT, out, 0);
    // The mean of "red" alone, not of "red" and "dragon"; then the shared id.
    assertThat(out).containsExactly(3, 5);
    float[] nothingKnown = new float[2];
    representations.add(3, CONTENT, nothingKnown, 0);
    assertThat(nothingKnown).containsExactly(0, 5);
  }
}
