package watchnext.model.twotower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import watchnext.feature.content.VideoContent;

class SharedEmbeddingsTest {

  private static final int D = 20;

  private final VideoContent content = PlantedWatches.of(3).data().content();

  /** Knows the first {@code known} videos. */
  private SharedEmbeddings embeddings(int known) {
    boolean[] seen = new boolean[content.size()];
    Arrays.fill(seen, 0, known, true);
    return new SharedEmbeddings(content, seen, D, 2, new SplittableRandom(5));
  }

  private static float[] represented(SharedEmbeddings embeddings, int video) {
    float[] out = new float[D];
    embeddings.represent(video, out, 0);
    return out;
  }

  private static float[] read(SharedEmbeddings embeddings, int entry) {
    float[] out = new float[D];
    embeddings.copyTo(entry, out, 0);
    return out;
  }

  @Test
  void aStepReadsOfEachVideoWhatServingWillHave() {
    SharedEmbeddings embeddings = embeddings(content.size() - 7);
    for (int round = 0; round < 2; round++) {
      embeddings.clear();
      for (int video = content.size() - 1; video >= 0; video--) {
        embeddings.add(video);
      }
      embeddings.read();
      for (int video = 0; video < content.size(); video++) {
        assertThat(read(embeddings, embeddings.add(video)))
            .containsExactly(represented(embeddings, video), within(1e-6f));
      }
    }
  }

  @Test
  void aVideoWithoutItsIdIsReadAsIfTrainingHadNeverMetIt() {
    SharedEmbeddings knowing = embeddings(content.size());
    int video = 11;
    knowing.clear();
    int known = knowing.add(video);
    int without = knowing.addWithoutId(video);
    knowing.read();
    float[] expected = new float[D];
    float[] tokens = knowing.tokens().weights();
    int count = content.tokenCount(video);
    for (int k = 0; k < D; k++) {
      for (int i = 0; i < count; i++) {
        expected[k] += tokens[content.token(video, i) * D + k] / count;
      }
      expected[k] += tokens[content.buckets() * D + k];
    }
    assertThat(read(knowing, without)).containsExactly(expected, within(1e-6f));
    assertThat(read(knowing, known)).isNotEqualTo(read(knowing, without));
    assertThat(knowing.size()).isEqualTo(1);
  }

  @Test
  void onlyIdsAndTokensOfTheStepMove() {
    SharedEmbeddings embeddings = embeddings(content.size());
    embeddings.clear();
    int entry = embeddings.add(4);
    embeddings.read();
    SparseRows none = new SparseRows();
    none.clear();
    embeddings.setGradients(none, new float[0]);
    float[] gradient = new float[D];
    Arrays.fill(gradient, 1);
    embeddings.addGradient(entry, gradient, 0);
    embeddings.backward();
    float[] ids = embeddings.ids().weights().clone();
    float[] tokens = embeddings.tokens().weights().clone();
    embeddings.update(0.1);
    boolean[] tokenOfStep = new boolean[content.buckets() + 1];
    for (int i = 0; i < content.tokenCount(4); i++) {
      tokenOfStep[content.token(4, i)] = true;
    }
    for (int i = 0; i < ids.length; i++) {
      assertThat(embeddings.ids().weights()[i] != ids[i]).isEqualTo(i / D == embeddings.idRow(4));
    }
    for (int i = 0; i < tokens.length; i++) {
      assertThat(embeddings.tokens().weights()[i] != tokens[i]).isEqualTo(tokenOfStep[i / D]);
    }
  }
}
