package watchnext.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import watchnext.catalog.Context;
import watchnext.model.popularity.Segments;
import watchnext.model.popularity.SegmentsConfig;
import watchnext.model.popularity.SegmentsTrainer;
import watchnext.task.Asked;

class SegmentSourceTest implements RetrieverContract {

  private static final Segments SEGMENTS =
      SegmentsTrainer.train(
          WORLD.watches(), WORLD.recording().catalog().users(), new SegmentsConfig(1, 1));

  @Override
  public Retriever retriever() {
    return new SegmentSource(SEGMENTS, PopularityWindow.EVER);
  }

  @Test
  void scoresAreThePopularityTimesTheLiftOfTheUsersSegments() {
    float[] lifts = new float[CircleWorld.VIDEOS];
    SEGMENTS.lifts(WORLD.recording().catalog().user(CircleWorld.NEWCOMER), lifts);
    Retrieved found = retriever().retrieve(WORLD.request(CircleWorld.NEWCOMER), 10);
    assertThat(found.size()).isEqualTo(10);
    for (int i = 0; i < found.size(); i++) {
      int video = found.videos()[i];
      float watches = PopularityWindow.EVER.goodWatches(WORLD.state(), video, CircleWorld.NOW);
      assertThat(found.scores()[i]).isEqualTo(lifts[video] * watches).isPositive();
    }
  }

  /** Odd users speak Spanish and watch around 8, 24 and 40, even ones English: 0, 16 and 32. */
  @Test
  void peopleOfOneKindGetWhatTheirKindWatches() {
    Retrieved spanish = retriever().retrieve(WORLD.request(CircleWorld.NEWCOMER), 5);
    for (int video : spanish.videos()) {
      assertThat(Math.floorMod(video - 8 + 5, 16)).as("video %d", video).isBetween(0, 10);
    }
  }

  @Test
  void withoutSegmentsThereIsNoAnswer() {
    Segments thin =
        SegmentsTrainer.train(
            WORLD.watches(), WORLD.recording().catalog().users(), new SegmentsConfig(10_000, 1));
    assertThat(thin.tellsApart()).isFalse();
    SegmentSource source = new SegmentSource(thin, PopularityWindow.EVER);
    assertThat(source.retrieve(WORLD.request(0), 10).size()).isZero();
  }

  @Test
  void aStrangerGetsNoAnswer() {
    Asked stranger = Asked.of(Asked.NOBODY, Context.at(CircleWorld.NOW), WORLD.state());
    assertThat(retriever().retrieve(stranger, 10).size()).isZero();
  }
}
