package watchnext.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import watchnext.index.ExactIndex;
import watchnext.retrieval.RetrievalStage.Source;
import watchnext.task.Asked;
import watchnext.task.Candidates;
import watchnext.task.RankedList;

class RetrievalStageTest {

  private final CircleWorld world = new CircleWorld();

  @Test
  void everySourceIsAskedForItsQuota() {
    RetrievalStage stage = new RetrievalStage(List.of(upTo("a", 100, 3), upTo("b", 200, 1)));
    Candidates candidates = stage.candidates(world.request(0));
    assertThat(candidates.videos()).containsExactly(100, 200, 101, 102);
    assertThat(candidates.sourceNames()).containsExactly("a", "b");
  }

  @Test
  void realSourcesStayWithinTheirQuotasAndMergeToEligibleVideos() {
    Retriever popular = new PopularSource(PopularityWindow.EVER);
    Retriever near = new TwoTowerSource(world.userVectors(), new ExactIndex(world.videoVectors()));
    RetrievalStage stage = new RetrievalStage(List.of(new Source(near, 9), new Source(popular, 4)));
    Candidates candidates = stage.candidates(world.request(1));
    assertThat(foundBy(candidates, 0)).isEqualTo(9);
    assertThat(foundBy(candidates, 1)).isEqualTo(4);
    assertThat(candidates.videos()).doesNotHaveDuplicates();
    for (int video : candidates.videos()) {
      assertThat(world.mayBeShown(1, video)).isTrue();
    }
    assertThat(candidates.video(0)).isEqualTo(near.retrieve(world.request(1), 1).videos()[0]);
  }

  @Test
  void itTellsWhatEachSourceDid() {
    RetrievalStage stage =
        new RetrievalStage(
            List.of(
                upTo("a", 100, 3),
                new Source(
                    new ExplorationSource(world.recording().catalog(), 3 * CircleWorld.DAY, 1),
                    2)));
    RetrievalStage.Gathered gathered = stage.gather(world.request(CircleWorld.NEWCOMER));
    assertThat(gathered.steps())
        .extracting(RetrievalStage.SourceStep::name)
        .containsExactly("a", "explore");
    assertThat(gathered.steps()).extracting(RetrievalStage.SourceStep::found).containsExactly(3, 2);
    // Three uploads lie in the window, two of them are drawn.
    assertThat(gathered.steps())
        .extracting(RetrievalStage.SourceStep::candidatePropensity)
        .containsExactly(1.0, 2 / 3.0);
    assertThat(gathered.steps()).allMatch(step -> step.micros() >= 0);
    assertThat(gathered.candidates().size()).isEqualTo(5);
  }

  /** A source around another, as a cache or a time limit would be. */
  private record Around(Retriever source) implements Retriever {
    @Override
    public String name() {
      return source.name();
    }

    @Override
    public Retrieved retrieve(Asked asked, int k) {
      return source.retrieve(asked, k);
    }
  }

  @Test
  void aSourceAroundAnotherKeepsItsProbabilities() {
    Retriever explore = new ExplorationSource(world.recording().catalog(), 3 * CircleWorld.DAY, 1);
    RetrievalStage stage = new RetrievalStage(List.of(new Source(new Around(explore), 2)));
    Candidates candidates = stage.candidates(world.request(CircleWorld.NEWCOMER));
    assertThat(candidates.candidatePropensity(0)).isEqualTo(2 / 3.0);
  }

  @Test
  void aQuotaIsAtLeastOne() {
    assertThatThrownBy(() -> upTo("a", 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the quota of a must be at least 1, was 0");
  }

  @Test
  void withoutSourcesThereIsNoStage() {
    assertThatThrownBy(() -> new RetrievalStage(List.of()))
        .hasMessage("a retrieval stage must have at least one source");
  }

  private static int foundBy(Candidates candidates, int source) {
    int found = 0;
    for (int i = 0; i < candidates.size(); i++) {
      found += candidates.isFrom(i, source) ? 1 : 0;
    }
    return found;
  }

  /** A source that brings as many as it is asked for, from {@code first} on. */
  private static Source upTo(String name, int first, int quota) {
    Retriever counting =
        new Retriever() {
          @Override
          public String name() {
            return name;
          }

          @Override
          public Retrieved retrieve(Asked asked, int k) {
            int[] videos = new int[k];
            java.util.Arrays.setAll(videos, i -> first + i);
            return Retrieved.certain(new RankedList(videos, new float[k]));
          }
        };
    return new Source(counting, quota);
  }
}
