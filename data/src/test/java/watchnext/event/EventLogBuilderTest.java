package watchnext.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;

class EventLogBuilderTest {

  private static final int USERS = 7;
  private static final int VIDEOS = 11;

  private final Catalog catalog = catalog(USERS, VIDEOS);

  /** The sizes around powers of two are where a merge sort of runs goes wrong. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 31, 32, 33, 1023, 1024, 1025, 5000})
  void eventsComeOutByTimeAndEqualTimesInTheOrderOfAdding(int count) {
    SplittableRandom random = new SplittableRandom(count);
    EventLogBuilder builder = new EventLogBuilder(catalog);
    List<Event> added = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Event event = event(random.nextLong(-40, 40), i, random);
      added.add(event);
      builder.add(event);
    }
    assertThat(builder.size()).isEqualTo(count);
    added.sort(Comparator.comparingLong(Event::epochSecond)); // List.sort is stable
    EventLog log = builder.build();
    assertThat(log.size()).isEqualTo(count);
    for (int i = 0; i < count; i++) {
      assertThat(log.get(i)).isEqualTo(added.get(i));
    }
  }

  /** Each event is told from the others by its request. */
  private static Event event(long time, int i, SplittableRandom random) {
    String user = "u" + random.nextInt(USERS);
    String video = "v" + random.nextInt(VIDEOS);
    String request = "r" + i;
    return switch (i % 5) {
      case 0 -> new Event.Impression(time, user, video, request, i % 20, 0.5, "d" + i % 3);
      case 1 -> new Event.Click(time, user, video, request);
      case 2 -> new Event.Watch(time, user, video, request, i, 2 * i);
      case 3 -> new Event.Like(time, user, video, request);
      default -> new Event.NotInterested(time, user, video, request);
    };
  }

  @Test
  void ordinalsAndObjectsMakeTheSameLog() {
    EventLogBuilder builder = new EventLogBuilder(catalog);
    int request = builder.request("r");
    builder.appendImpression(1, 2, 3, request, 4, 0.5);
    builder.appendWatch(2, 2, 3, request, 20, 30);
    builder.appendRating(3, 2, 3, 4);
    builder.appendSignal(EventKind.LIKE, 4, 2, 3, -1);
    EventLog log = builder.build();
    assertThat(log.get(0)).isEqualTo(new Event.Impression(1, "u2", "v3", "r", 4, 0.5));
    assertThat(log.get(1)).isEqualTo(new Event.Watch(2, "u2", "v3", "r", 20, 30));
    assertThat(log.get(2)).isEqualTo(new Event.Rating(3, "u2", "v3", 4));
    assertThat(log.get(3)).isEqualTo(new Event.Like(4, "u2", "v3", ""));
  }

  @Test
  void oneRequestHasOneNumberAndTheEmptyOneNone() {
    EventLogBuilder builder = new EventLogBuilder(catalog);
    assertThat(builder.request("a")).isEqualTo(builder.request("a"));
    assertThat(builder.request("b")).isNotEqualTo(builder.request("a"));
    assertThat(builder.request("")).isEqualTo(-1);
  }

  @Test
  void whoIsNotInTheCatalogueIsRefused() {
    EventLogBuilder builder = new EventLogBuilder(catalog);
    assertThatThrownBy(() -> builder.add(new Event.Click(0, "stranger", "v0", "")))
        .hasMessage("unknown identifier \"stranger\"");
    assertThatThrownBy(() -> builder.add(new Event.Click(0, "u0", "nothing", "")))
        .hasMessage("unknown identifier \"nothing\"");
    assertThat(builder.size()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"IMPRESSION", "WATCH", "RATING"})
  void aKindWithValuesIsNotASignal(EventKind kind) {
    EventLogBuilder builder = new EventLogBuilder(catalog);
    assertThatThrownBy(() -> builder.appendSignal(kind, 0, 0, 0, -1))
        .hasMessage(kind + " carries values: use its own method");
  }

  @Test
  void aCatalogueThatIsCompleteOnlyAtTheEndNumbersTheLog() {
    EventLogBuilder builder = new EventLogBuilder(catalog(0, 0));
    builder.appendSignal(EventKind.CLICK, 5, 2, 3, -1);
    builder.appendSignal(EventKind.CLICK, 4, 0, 0, -1);
    EventLog log = builder.build(catalog);
    assertThat(log.catalog()).isSameAs(catalog);
    assertThat(log.get(1)).isEqualTo(new Event.Click(5, "u2", "v3", ""));
  }

  @Test
  void anOrdinalOutsideTheCompleteCatalogueIsRefused() {
    assertThatThrownBy(() -> clickBy(USERS, 0).build(catalog))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("user ordinals must be in [0, 7), was 7");
    assertThatThrownBy(() -> clickBy(0, -1).build(catalog))
        .hasMessage("video ordinals must be in [0, 11), was -1");
    assertThat(clickBy(USERS - 1, VIDEOS - 1).build(catalog).size()).isEqualTo(1);
  }

  private static EventLogBuilder clickBy(int user, int video) {
    EventLogBuilder builder = new EventLogBuilder(catalog(0, 0));
    builder.appendSignal(EventKind.CLICK, 0, user, video, -1);
    return builder;
  }

  private static Catalog catalog(int users, int videos) {
    List<User> userList = new ArrayList<>();
    for (int u = 0; u < users; u++) {
      userList.add(User.unknown("u" + u));
    }
    List<Video> videoList = new ArrayList<>();
    for (int v = 0; v < videos; v++) {
      videoList.add(new Video("v" + v, "", "", List.of(), "", 0, Video.ALWAYS_THERE));
    }
    return new Catalog(userList, videoList);
  }
}
