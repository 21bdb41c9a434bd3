package watchnext.model.twotower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Catalog;
import watchnext.catalog.Video;
import watchnext.feature.History;
import watchnext.feature.content.ContentEncoder;
import watchnext.feature.content.VideoContent;
import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.settings.Settings;
import watchnext.tensor.Tensors;

class TwoTowerTest {

  private static final String[] MEAN = {
    "history.length=10", "history.decay=1", "history.halfLifeDays=.inf"
  };

  private static final PlantedWatches WATCHES = PlantedWatches.of(1);
  private static final TwoTowerTrainer.Trained TRAINED = train(PlantedWatches.config(), 5);
  private static final TwoTower MODEL = TRAINED.model();
  private static final Matrix VIDEOS = MODEL.encodeVideos(WATCHES.data().content());

  private static TwoTowerTrainer.Trained train(TwoTowerConfig config, long seed) {
    return TwoTowerTrainer.train(
        WATCHES.data(), config, sentence -> {}, new SplittableRandom(seed));
  }

  private static float score(float[] user, Matrix videos, int video) {
    return Kernels.BEST.dot(user, 0, videos.data(), videos.offset(video), user.length);
  }

  /** Share of users whose last watch is among the 10 best; the watched are not left out. */
  private static double recallAt10(java.util.function.IntFunction<float[]> scoresOfUser) {
    int hits = 0;
    for (int u = 0; u < PlantedWatches.USERS; u++) {
      float[] scores = scoresOfUser.apply(u);
      float wanted = scores[WATCHES.watched()[u][PlantedWatches.WATCHES - 1]];
      int better = 0;
      for (float score : scores) {
        better += score >= wanted ? 1 : 0;
      }
      hits += better <= 10 ? 1 : 0;
    }
    return hits / (double) PlantedWatches.USERS;
  }

  private static float[] scores(TwoTower model, Matrix videos, int user) {
    float[] vector = WATCHES.userVector(model, user, PlantedWatches.WATCHES - 1);
    float[] scores = new float[videos.rows()];
    for (int v = 0; v < scores.length; v++) {
      scores[v] = score(vector, videos, v);
    }
    return scores;
  }

  private static float[] popularity() {
    float[] counts = new float[PlantedWatches.VIDEOS];
    for (int i = 0; i < WATCHES.data().examples().size(); i++) {
      counts[WATCHES.data().examples().video(i)]++;
    }
    return counts;
  }

  @Test
  void plantedClustersAreFoundFarBetterThanByPopularity() {
    float[] counts = popularity();
    double popular = recallAt10(u -> counts);
    double recall = recallAt10(u -> scores(MODEL, VIDEOS, u));
    assertThat(recall).isGreaterThan(popular + 0.25);
  }

  @Test
  void theReportTellsOfEachEpoch() {
    List<Double> losses = TRAINED.epochLosses();
    assertThat(losses).hasSize(8);
    assertThat(losses.get(7)).isLessThan(losses.get(0));
    // 400 users x 11 watches = 4400 rows = 34 batches of 128, 8 times.
    assertThat(TRAINED.examples()).isEqualTo(8 * 34 * 128);
    assertThat(TRAINED.examplesPerSecond()).isPositive();
  }

  @Test
  void theExportedTowersGiveWhatTheNetworkGives() {
    SplittableRandom random = new SplittableRandom(3);
    TrainingTower tower = new TrainingTower(PlantedWatches.config(), 5, 70, 11);
    float[] input = new float[70 * 21];
    for (int i = 0; i < input.length; i++) {
      input[i] = (float) random.nextGaussian();
    }
    for (int i = 0; i < 70; i++) {
      System.arraycopy(input, i * 21, tower.input().data(), tower.input().offset(i), 21);
    }
    Matrix expected = tower.forward();
    Matrix actual = new Matrix(70, 16);
    tower.export().forward(new Matrix(70, 21, input), 70, actual, 0);
    for (int i = 0; i < actual.data().length; i++) {
      assertThat(actual.data()[i]).isCloseTo(expected.data()[i], within(1e-5f));
    }
  }

  @Test
  void allVectorsHaveLengthOne() {
    float[] user = WATCHES.userVector(MODEL, 3, 5);
    assertThat(Kernels.BEST.dot(user, 0, user, 0, user.length)).isCloseTo(1, within(1e-5f));
    for (int v = 0; v < VIDEOS.rows(); v++) {
      float[] row = VIDEOS.row(v);
      assertThat(Kernels.BEST.dot(row, 0, row, 0, row.length)).isCloseTo(1, within(1e-5f));
    }
  }

  @Test
  void oneVideoAtATimeGivesTheRowsOfAll() {
    float[] out = new float[MODEL.dimension()];
    for (int v = 0; v < PlantedWatches.VIDEOS; v += 13) {
      MODEL.encodeVideo(v, WATCHES.data().content(), out);
      for (int k = 0; k < out.length; k++) {
        assertThat(out[k]).isCloseTo(VIDEOS.get(v, k), within(1e-5f));
      }
    }
  }

  @Test
  void aVideoNeverWatchedLiesAmongThoseWithItsContent() {
    for (int unseen = PlantedWatches.UNSEEN; unseen < PlantedWatches.VIDEOS; unseen++) {
      double[] sums = new double[PlantedWatches.CLUSTERS];
      for (int v = 0; v < PlantedWatches.UNSEEN; v++) {
        sums[v % PlantedWatches.CLUSTERS] += score(VIDEOS.row(unseen), VIDEOS, v);
      }
      int own = unseen % PlantedWatches.CLUSTERS;
      for (int cluster = 0; cluster < sums.length; cluster++) {
        assertThat(sums[own]).isGreaterThanOrEqualTo(sums[cluster]);
      }
    }
  }

  @Test
  void aVideoUploadedAfterTrainingHasAVectorAndCountsOnceItIsKnown() {
    List<Video> videos = new ArrayList<>(WATCHES.data().catalog().videos());
    videos.add(new Video("new", "", "", List.of("cluster3"), "", 60, 1_700_000_000L));
    Catalog catalog = new Catalog(WATCHES.data().catalog().users(), videos);
    VideoContent content = ContentEncoder.encode(catalog);
    int fresh = PlantedWatches.VIDEOS;
    float[] vector = new float[MODEL.dimension()];
    MODEL.encodeVideo(fresh, content, vector);
    int nearest = 0;
    for (int v = 1; v < PlantedWatches.UNSEEN; v++) {
      nearest = score(vector, VIDEOS, v) > score(vector, VIDEOS, nearest) ? v : nearest;
    }
    assertThat(nearest % PlantedWatches.CLUSTERS).isEqualTo(3);

    long now = 1_600_000_000L;
    History history = History.of(new int[] {fresh}, new long[] {now});
    float[] attributes = WATCHES.attributes(0, now);
    float[] before = new float[MODEL.dimension()];
    MODEL.encodeUser(history, attributes, now, before);
    TwoTower knowing = MODEL.knowingNext(content);
    float[] after = new float[MODEL.dimension()];
    knowing.encodeUser(history, attributes, now, after);
    assertThat(after).isNotEqualTo(before);
    Matrix same = knowing.encodeVideos(WATCHES.data().content());
    assertThat(same.data()).containsExactly(VIDEOS.data());
  }

  @Test
  void learningOfOneVideoAfterTheOtherKeepsTheVectorOfEach() {
    List<Video> videos = new ArrayList<>(WATCHES.data().catalog().videos());
    for (int i = 0; i < 70; i++) {
      videos.add(new Video("late" + i, "word" + i, "c" + i % 5, List.of("t" + i % 7), "en", i, 0));
    }
    VideoContent all = ContentEncoder.encode(new Catalog(List.of(), videos));
    int known = PlantedWatches.VIDEOS;
    TwoTower oneByOne = MODEL;
    float[] vector = new float[MODEL.dimension()];
    float[] wanted = new float[MODEL.dimension()];
    for (int v = known; v < videos.size(); v++) {
      VideoContent content = ContentEncoder.encode(videos.get(v), v);
      MODEL.encodeVideo(v, all, wanted);
      MODEL.encodeVideo(v, content, vector);
      assertThat(vector).containsExactly(wanted);
      oneByOne = oneByOne.knowingNext(content);
    }
    for (int v = known; v < videos.size(); v++) {
      MODEL.encodeVideo(v, all, wanted);
      oneByOne.encodeVideo(v, all, vector);
      assertThat(vector).containsExactly(wanted);
    }
  }

  @Test
  void everyIngredientAloneStillFindsTheClusters() {
    float[] counts = popularity();
    double popular = recallAt10(u -> counts);
    TwoTowerConfig config = Settings.with(PlantedWatches.config(), "epochs=5");
    List<TwoTowerConfig> variants =
        List.of(
            Settings.with(config, "hiddenUnits=0"),
            Settings.with(config, MEAN),
            Settings.with(config, "softmax.temperature=0.1"));
    for (TwoTowerConfig variant : variants) {
      TwoTower model = train(variant, 5).model();
      Matrix videos = model.encodeVideos(WATCHES.data().content());
      assertThat(recallAt10(u -> scores(model, videos, u)))
          .describedAs("%s", variant)
          .isGreaterThan(popular + 0.15);
    }
  }

  @Test
  void withoutHiddenLayersAUserIsTheDirectionOfTheMeanOfTheHistory() {
    TwoTowerConfig config =
        Settings.with(Settings.with(PlantedWatches.config(), "hiddenUnits=0", "epochs=1"), MEAN);
    TwoTower model = train(config, 3).model();
    // Two watches of one video: user and video have one direction.
    long now = 1_600_000_000L;
    History history = History.of(new int[] {5, 5}, new long[] {now, now + 1});
    float[] user = new float[16];
    model.encodeUser(history, WATCHES.attributes(0, now), now + 1, user);
    float[] video = new float[16];
    model.encodeVideo(5, WATCHES.data().content(), video);
    assertThat(user).containsExactly(video, within(1e-5f));
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() {
    TwoTowerConfig config = Settings.with(PlantedWatches.config(), "epochs=2");
    float[] first = train(config, 9).model().encodeVideos(WATCHES.data().content()).data();
    float[] second = train(config, 9).model().encodeVideos(WATCHES.data().content()).data();
    float[] other = train(config, 10).model().encodeVideos(WATCHES.data().content()).data();
    assertThat(second).containsExactly(first);
    assertThat(Arrays.equals(first, other)).isFalse();
  }

  @Test
  void aModelComesBackFromItsTensors() {
    TwoTower back = TwoTower.fromTensors(MODEL.toTensors());
    assertThat(back.encodeVideos(WATCHES.data().content()).data()).containsExactly(VIDEOS.data());
    assertThat(WATCHES.userVector(back, 7, 6)).containsExactly(WATCHES.userVector(MODEL, 7, 6));
    assertThat(back.attributesWidth()).isEqualTo(WATCHES.data().attributes().width());
  }

  @Test
  void tensorsOfAnotherModelAreRefused() {
    Tensors other = Tensors.builder().set("kind", "als 1").build();
    assertThatThrownBy(() -> TwoTower.fromTensors(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("kind must be \"two-tower 4\", was \"als 1\"");
  }

  @Test
  void wrongLengthsAreRefused() {
    int width = MODEL.attributesWidth();
    assertThatThrownBy(
            () -> MODEL.encodeUser(History.EMPTY, new float[width + 1], 0, new float[16]))
        .hasMessage("attributes must have length " + width + ", had " + (width + 1));
    assertThatThrownBy(() -> MODEL.encodeUser(History.EMPTY, new float[width], 0, new float[15]))
        .hasMessage("data must hold rows x columns = 1 x 16, was 15");
  }

  @Test
  void withoutTheCorrectionPopularVideosArePushedAway() {
    TwoTowerConfig plain = Settings.with(PlantedWatches.config(), "softmax.mixedNegatives=0");
    double corrected = popularityBias(plain);
    double uncorrected = popularityBias(Settings.with(plain, "softmax.logQ=false"));
    assertThat(uncorrected).isLessThan(corrected - 0.2);
  }

  /** Rank correlation of a video's watches with its mean score over all users. */
  private static double popularityBias(TwoTowerConfig config) {
    TwoTower model = train(config, 4).model();
    Matrix videos = model.encodeVideos(WATCHES.data().content());
    double[] means = new double[PlantedWatches.UNSEEN];
    double[] counts = new double[PlantedWatches.UNSEEN];
    float[] popularity = popularity();
    for (int u = 0; u < PlantedWatches.USERS; u++) {
      float[] scores = scores(model, videos, u);
      for (int v = 0; v < means.length; v++) {
        means[v] += scores[v];
        counts[v] = popularity[v];
      }
    }
    return new SpearmansCorrelation().correlation(counts, means);
  }
}
