package watchnext.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.feature.FeatureState;
import watchnext.feature.RankingFeatures;
import watchnext.math.Matrix;
import watchnext.task.Asked;

class RowEncoderTest {

  private final Catalog catalog =
      new Catalog(List.of(User.unknown("u")), List.of(video("a"), video("b"), video("c")));
  private final Asked asked = Asked.of(0, Context.at(1_000_000), new FeatureState(catalog));
  private final RowEncoder encoder =
      new RowEncoder(
          List.of(
              new VideoColumn("popularity", new float[] {5, 6, 7}),
              new HistorySimilarity(new Matrix(3, 2), 5),
              new DotScorer(
                  "als",
                  request -> Optional.of(new float[] {2}),
                  new Matrix(3, 1, new float[] {1, 2, 3}))));

  @Test
  void aRowIsTheFeaturesThenTheEvidenceOfEachModel() {
    Matrix rows = encoder.encode(asked, new int[] {2, 0, 1}, 2);
    int width = RankingFeatures.width();
    assertThat(rows.rows()).isEqualTo(2);
    assertThat(rows.columns()).isEqualTo(encoder.width()).isEqualTo(width + 4);
    float[] features = new float[width];
    RankingFeatures.encode(asked.state(), 0, asked.context(), 2, features, 0);
    assertThat(rows.row(0)).startsWith(features).endsWith(7, 0, 0, 6);
    assertThat(rows.row(1)).endsWith(5, 0, 0, 2);
  }

  @Test
  void everyColumnHasItsName() {
    List<String> names = new ArrayList<>(RankingFeatures.names());
    names.addAll(
        List.of("popularity", "history.largestSimilarity", "history.meanSimilarity", "als"));
    assertThat(encoder.featureNames()).isEqualTo(names);
  }

  @Test
  void twoScorersCannotShareAName() {
    VideoColumn column = new VideoColumn("popularity", new float[3]);
    assertThatThrownBy(() -> new RowEncoder(List.of(column, column)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("feature names must be unique, \"popularity\" came twice");
  }

  @Test
  void aModelTrainedOnOtherFeaturesIsRefused() {
    encoder.requireFeatures(encoder.featureNames());
    List<String> fewer = encoder.featureNames().subList(0, encoder.width() - 1);
    assertThatThrownBy(() -> encoder.requireFeatures(fewer))
        .hasMessage(
            "a ranker must be trained on the features it is given, feature "
                + (encoder.width() - 1)
                + " was \"nothing\" in training and is \"als\"");
  }

  private static Video video(String id) {
    return new Video(id, "", "", List.of(), "", 60, Video.ALWAYS_THERE);
  }
}
