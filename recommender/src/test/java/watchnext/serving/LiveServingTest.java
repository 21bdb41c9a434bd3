package watchnext.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchnext.assembly.Assembly;
import watchnext.assembly.Models;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.catalog.Vocabulary;
import watchnext.event.Event;
import watchnext.event.EventLog;
import watchnext.event.EventLogBuilder;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.feature.History;
import watchnext.feature.Replay;
import watchnext.fixture.SmallRebuild;
import watchnext.funnel.Funnel;
import watchnext.retrieval.RetrievalStage.Source;
import watchnext.task.Asked;
import watchnext.task.Request;
import watchnext.task.Slate;

/** Uploads while a snapshot of the tiny world serves. */
@Tag("quality")
class LiveServingTest {

  private static final Recording RECORDING = SmallRebuild.RECORDING;
  private static final long NOW = SmallRebuild.SPLIT.testFrom();
  private static final int ROOM = 100;
  private static final int FIRST = RECORDING.catalog().videos().size();

  private final Models models = SmallRebuild.once().models();

  private static FeatureState state(EventLog log) {
    return new Replay(log, new FeatureState(log.catalog())).advanceTo(NOW);
  }

  private LiveServing serving() {
    return new LiveServing(models, state(RECORDING.events()), ROOM);
  }

  /** Someone who watched a dozen videos, the latest of them by a creator. */
  private static int fan(FeatureState state) {
    return IntStream.range(0, RECORDING.catalog().users().size())
        .filter(user -> state.history(user).size() >= 12)
        .findFirst()
        .orElseThrow();
  }

  /** A video of what the user watched last, uploaded a minute ago. */
  private static Video tasteOf(int user, FeatureState state, String id) {
    History history = state.history(user);
    Video latest = state.catalog().video(history.video(history.size() - 1));
    User asking = state.catalog().user(user);
    return new Video(
        id,
        latest.title(),
        latest.creatorId(),
        latest.tags(),
        asking.language(),
        latest.durationSeconds(),
        NOW - 60);
  }

  private static Video video(String id) {
    return new Video(id, "Any", "somebody", List.of("any"), "en", 30, NOW - 60);
  }

  private static List<String> sourcesThatFind(LiveView view, int user, int video) {
    Asked request = Asked.of(user, Context.at(NOW), view.state());
    return view.stages().retrieval().sources().stream()
        .filter(source -> finds(source, request, video))
        .map(source -> source.retriever().name())
        .toList();
  }

  private static boolean finds(Source source, Asked request, int video) {
    int[] found = source.retriever().retrieve(request, source.quota()).videos();
    return Arrays.stream(found).anyMatch(v -> v == video);
  }

  private static Slate slate(LiveView view, int user) {
    String id = RECORDING.catalog().user(user).id();
    return view.funnel().recommend(new Request(id, Context.at(NOW), 10)).slate();
  }

  @Test
  void anUploadToTheTasteOfAUserIsACandidateOfTheirNextRequestAndWasNotBefore() {
    LiveServing serving = serving();
    LiveView before = serving.view();
    int user = fan(before.state());
    Video upload = tasteOf(user, before.state(), "upload");
    LiveView after = serving.add(upload);

    assertThat(serving.view()).isSameAs(after);
    assertThat(after.catalog().video(FIRST)).isEqualTo(upload);
    assertThat(sourcesThatFind(after, user, FIRST)).contains("cold");
    assertThat(sourcesThatFind(before, user, FIRST)).isEmpty();
    assertThat(before.catalog().videos()).hasSize(FIRST);
    assertThat(before.catalog().videoVocabulary().find("upload")).isEqualTo(Vocabulary.UNKNOWN);
    assertThat(slate(before, user).snapshotVersion()).isEqualTo(models.provenance().version());
    assertThat(slate(after, user).snapshotVersion())
        .isEqualTo(models.provenance().version() + "+1");
    UploadCheck.of(after);
  }

  @Test
  void withoutUploadsPagesAreThoseOfTheSnapshot() {
    FeatureState state = state(RECORDING.events());
    LiveView view = new LiveServing(models, state, ROOM).view();
    for (int user = 0; user < 20; user++) {
      String id = RECORDING.catalog().user(user).id();
      Slate wanted =
          new Funnel(Assembly.stages(models), state)
              .recommend(new Request(id, Context.at(NOW), 10))
              .slate();
      assertThat(slate(view, user)).isEqualTo(wanted);
    }
  }

  @Test
  void whoWatchesAnUploadHasItInTheirHistoryAndIsNotShownItAgain() {
    LiveServing serving = serving();
    int user = fan(serving.view().state());
    LiveView view = serving.add(tasteOf(user, serving.view().state(), "upload"));
    EventLogBuilder log = new EventLogBuilder(view.catalog());
    String id = view.catalog().user(user).id();
    log.add(new Event.Watch(NOW, id, "upload", "", 60, 60));
    view.state().observe(log.build(), 0);

    History history = view.state().history(user);
    assertThat(history.video(history.size() - 1)).isEqualTo(FIRST);
    assertThat(sourcesThatFind(view, user, FIRST)).isEmpty();
    assertThat(slate(view, user).items()).hasSize(10);
    LiveView next = serving.add(tasteOf(user, view.state(), "sequel"));
    assertThat(next.state().hasSeen(user, FIRST)).isTrue();
    assertThat(sourcesThatFind(next, user, FIRST + 1)).contains("cold");
    assertThat(slate(next, user).items()).hasSize(10);
  }

  @Test
  void requestsDuringUploadsMeetOnlyVideosThatTheirCatalogueKnows() {
    LiveServing serving = serving();
    int user = fan(serving.view().state());
    FeatureState state = serving.view().state();
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () ->
                IntStream.range(0, ROOM)
                    .forEach(i -> serving.add(tasteOf(user, state, "upload" + i))));
    int requests = 0;
    while (!writer.isDone() || requests < 10) {
      LiveView view = serving.view();
      int known = view.catalog().videos().size();
      Asked request = Asked.of(user, Context.at(NOW), view.state());
      int[] candidates = view.stages().retrieval().candidates(request).videos();
      assertThat(Arrays.stream(candidates).max().orElse(0)).isLessThan(known);
      assertThat(slate(view, user).items()).hasSize(10);
      requests++;
    }
    writer.join();
    LiveView last = serving.view();
    assertThat(last.uploads()).hasSize(ROOM);
    assertThat(last.catalog().videoVocabulary().find("upload" + (ROOM - 1)))
        .isEqualTo(FIRST + ROOM - 1);
    Asked request = Asked.of(user, Context.at(NOW), last.state());
    int[] candidates = last.stages().retrieval().candidates(request).videos();
    assertThat(Arrays.stream(candidates).filter(video -> video >= FIRST)).hasSizeGreaterThan(10);
  }

  @Test
  void aRefusedUploadLeavesNoTrace() {
    LiveServing serving = new LiveServing(models, state(RECORDING.events()), 2);
    LiveView before = serving.add(video("one"));
    for (String id : List.of("one", "v0")) {
      assertThatThrownBy(() -> serving.add(video(id)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "the id of an uploaded video must be new, \"" + id + "\" is in the catalogue");
    }
    Video endless = new Video("long", "", "", List.of(), "", 1e6, NOW);
    assertThatThrownBy(() -> serving.add(endless)).hasMessageContaining("at most 604800");
    assertThat(serving.view()).isSameAs(before);

    LiveView full = serving.add(video("two"));
    assertThatThrownBy(() -> serving.add(video("three")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("there is room for 2 vectors until the next rebuild");
    assertThat(serving.view()).isSameAs(full);
    assertThat(full.uploads()).extracting(Video::id).containsExactly("one", "two");
    assertThat(full.catalog().videoVocabulary().find("two")).isEqualTo(FIRST + 1);
    UploadCheck.of(full);
  }

  @ParameterizedTest
  @ValueSource(strings = {"The same title", "Episode %d of the show"})
  void aThousandUploadsOfOneTitleOrTemplateAreSoundAndFound(String template) {
    int count = 1_000;
    LiveServing serving = new LiveServing(models, state(RECORDING.events()), count);
    int user = fan(serving.view().state());
    Video like = tasteOf(user, serving.view().state(), "like");
    for (int i = 0; i < count; i++) {
      String title = String.format(Locale.ROOT, template, i);
      serving.add(
          new Video(
              "upload" + i, title, like.creatorId(), like.tags(), like.language(), 60, NOW - 60));
    }
    LiveView view = serving.view();
    assertThat(UploadCheck.of(view).get(0))
        .startsWith("live part: uploads 1000, reachable 100.00 %, recall@100 near them 1.0000");
    Asked request = Asked.of(user, Context.at(NOW), view.state());
    int[] candidates = view.stages().retrieval().candidates(request).videos();
    assertThat(Arrays.stream(candidates).filter(video -> video >= FIRST)).hasSizeGreaterThan(10);
    assertThat(slate(view, user).items()).hasSize(10);
  }

  @Test
  void theRebuildTakesUploadsOverAndWhatCameMeanwhileIsHandedOver() {
    LiveServing serving = serving();
    int user = fan(serving.view().state());
    Video early = tasteOf(user, serving.view().state(), "early");
    Video late = tasteOf(user, serving.view().state(), "late");
    serving.add(early);
    // The rebuild begins: its data have the early one, before the videos of old.
    Recording recorded = withFirst(early);
    Models next = SmallRebuild.of(recorded).models();
    serving.add(late);

    assertThat(serving.swap(next, state(recorded.events()))).containsExactly(late);
    LiveView view = serving.view();
    assertThat(view.uploads()).containsExactly(late);
    assertThat(next.index().size()).isEqualTo(FIRST + 1);
    assertThat(next.index().search(next.videoVectors().row(0), 1).ordinals()).containsExactly(0);
    assertThat(view.catalog().videoVocabulary().find("early")).isZero();
    assertThat(view.catalog().videoVocabulary().find("late")).isEqualTo(FIRST + 1);
    assertThat(sourcesThatFind(view, user, 0)).contains("cold");
    assertThat(sourcesThatFind(view, user, FIRST + 1)).contains("cold");

    assertThat(serving.swap(models, state(RECORDING.events()))).containsExactly(late);
    assertThat(serving.view().catalog().videoVocabulary().find("late")).isEqualTo(FIRST);
  }

  /** The same recording of a catalogue that begins with {@code video}. */
  private static Recording withFirst(Video video) {
    List<Video> videos = new ArrayList<>(List.of(video));
    videos.addAll(RECORDING.catalog().videos());
    Catalog catalog = new Catalog(RECORDING.catalog().users(), videos);
    EventLogBuilder log = new EventLogBuilder(catalog);
    for (int i = 0; i < RECORDING.events().size(); i++) {
      log.add(RECORDING.events().get(i));
    }
    return new Recording(
        RECORDING.name(), catalog, log.build(), RECORDING.rhythm(), RECORDING.licence());
  }

  @Test
  void aStateOfAnotherCatalogueIsRefused() {
    FeatureState other = new FeatureState(RECORDING.catalog().with(video("x")));
    assertThatThrownBy(() -> new LiveServing(models, other, ROOM))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "models and state must number the same users and videos, were of "
                + FIRST
                + " and "
                + (FIRST + 1)
                + " videos");
    assertThatThrownBy(() -> new LiveServing(models, state(RECORDING.events()), 0))
        .hasMessage("room must be at least 1, was 0");
  }
}
