package watchnext.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.event.EventKind;
import watchnext.event.EventLogBuilder;
import watchnext.feature.FeatureState;
import watchnext.feature.Replay;
import watchnext.task.Asked;

class CreatorSourceTest implements RetrieverContract {

  @Override
  public Retriever retriever() {
    return new CreatorSource(WORLD.recording().catalog(), 30, PopularityWindow.EVER);
  }

  @Test
  void onlyTheCreatorsOfTheLatestWatchesAreAsked() {
    // User 0 watched anna's video 0 first, then ben's video 3; nobody made video 6.
    Replay replay = replay(new int[] {0, 3});
    assertThat(found(replay, 5).videos()).containsExactlyInAnyOrder(1, 2, 4, 5);
    assertThat(found(replay, 1).videos()).containsExactlyInAnyOrder(4, 5);
  }

  /** Ben counts 1 and Anna 0.9; one of her videos has a good watch: 0.9 · (1 + 1) against 1 · 1. */
  @Test
  void theLatestCreatorComesFirstUnlessAnotherVideoIsWatchedMore() {
    assertThat(sorted(found(replay(new int[] {0, 3}), 5))).containsExactly(4, 5, 1, 2);
    Retrieved withOther = found(replay(new int[] {0, 3}, new int[] {2}), 5);
    assertThat(sorted(withOther)).containsExactly(2, 4, 5, 1);
    assertThat(withOther.scores()).containsExactly(1.8f, 1, 1, 0.9f);
  }

  /** The videos in order of score, equal ones by ordinal. */
  private static List<Integer> sorted(Retrieved found) {
    return IntStream.range(0, found.size())
        .boxed()
        .sorted(
            Comparator.comparing((Integer i) -> -found.scores()[i])
                .thenComparing(i -> found.videos()[i]))
        .map(i -> found.videos()[i])
        .toList();
  }

  @Test
  void aVideoWithoutACreatorLeadsNowhere() {
    assertThat(found(replay(new int[] {6}), 5).size()).isZero();
  }

  @Test
  void theDataSayWhetherThereAreCreators() {
    assertThat(CreatorVideos.of(catalog()).isKnown()).isTrue();
    Video anonymous = new Video("v", "", "", List.of(), "", 0, Video.ALWAYS_THERE);
    Catalog silent = new Catalog(List.of(), List.of(anonymous));
    CreatorVideos none = CreatorVideos.of(silent);
    assertThat(none.isKnown()).isFalse();
    Video signed = new Video("w", "", "c", List.of(), "", 0, Video.ALWAYS_THERE);
    assertThat(none.with(silent.with(signed)).isKnown()).isTrue();
  }

  @Test
  void atLeastOneWatchCounts() {
    assertThatThrownBy(() -> new CreatorSource(catalog(), 0, PopularityWindow.EVER))
        .hasMessage("watches must be at least 1, was 0");
  }

  private static Retrieved found(Replay replay, int watches) {
    Asked request = Asked.of(0, Context.at(1000), replay.advanceTo(1000));
    return new CreatorSource(catalog(), watches, PopularityWindow.EVER).retrieve(request, 10);
  }

  /** Each user likes the given videos, one a second. */
  private static Replay replay(int[]... likes) {
    EventLogBuilder log = new EventLogBuilder(catalog());
    for (int user = 0; user < likes.length; user++) {
      for (int i = 0; i < likes[user].length; i++) {
        log.appendSignal(EventKind.LIKE, i, user, likes[user][i], -1);
      }
    }
    return new Replay(log.build(), new FeatureState(catalog()));
  }

  private static Catalog catalog() {
    List<Video> videos = new ArrayList<>();
    for (String creator : List.of("anna", "anna", "anna", "ben", "ben", "ben", "", "cleo")) {
      videos.add(new Video("v" + videos.size(), "", creator, List.of(), "", 0, Video.ALWAYS_THERE));
    }
    return new Catalog(List.of(User.unknown("reader"), User.unknown("other")), videos);
  }
}
