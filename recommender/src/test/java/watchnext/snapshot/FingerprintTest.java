package watchnext.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.event.Event;
import watchnext.event.EventLogBuilder;
import watchnext.event.Recording;

class FingerprintTest {

  private static final Catalog CATALOG =
      new Catalog(
          List.of(User.unknown("u"), User.unknown("w")), List.of(video("x", ""), video("y", "")));

  private static final List<Event> EVENTS =
      List.of(
          new Event.Impression(1, "u", "x", "r", 0, 0.5),
          new Event.Click(2, "u", "x", "r"),
          new Event.Watch(3, "u", "x", "r", 10, 60),
          new Event.Like(4, "u", "x", "r"),
          new Event.NotInterested(5, "u", "y", "s"),
          new Event.Rating(6, "w", "y", 4));

  private final String original = of(CATALOG, EVENTS);

  @Test
  void itIsTheSameForTheSameDataUnderAnotherName() {
    assertThat(original).matches("[0-9a-f]{64}").isEqualTo(of(CATALOG, EVENTS));
    Recording renamed =
        new Recording(
            "other", CATALOG, recording(CATALOG, EVENTS).events(), Recording.Rhythm.DAILY, "free");
    assertThat(Fingerprint.of(renamed)).isEqualTo(original);
  }

  @Test
  void itChangesWithAnythingThatAnyEventSays() {
    List<List<Event>> changed =
        List.of(
            with(0, new Event.Impression(0, "u", "x", "r", 0, 0.5)),
            with(0, new Event.Impression(1, "w", "x", "r", 0, 0.5)),
            with(0, new Event.Impression(1, "u", "y", "r", 0, 0.5)),
            with(0, new Event.Impression(1, "u", "x", "", 0, 0.5)),
            with(0, new Event.Impression(1, "u", "x", "r", 1, 0.5)),
            with(0, new Event.Impression(1, "u", "x", "r", 0, 0.25)),
            with(0, new Event.Impression(1, "u", "x", "r", 0, 0.5, "tv")),
            with(1, new Event.Like(2, "u", "x", "r")),
            with(1, new Event.NotInterested(2, "u", "x", "r")),
            with(2, new Event.Watch(3, "u", "x", "r", 11, 60)),
            with(2, new Event.Watch(3, "u", "x", "r", 10, 61)),
            with(3, new Event.Click(4, "u", "x", "r")),
            with(4, new Event.NotInterested(5, "u", "y", "r")),
            with(5, new Event.Rating(6, "w", "y", 4.5)),
            with(5, new Event.Rating(7, "w", "y", 4)),
            EVENTS.subList(0, 5),
            EVENTS.subList(1, 6));
    Set<String> different = new HashSet<>(Set.of(original));
    for (List<Event> events : changed) {
      assertThat(different.add(of(CATALOG, events))).as("%s", events).isTrue();
    }
  }

  @Test
  void itChangesWithTheCatalogue() {
    List<User> users = List.of(User.unknown("u"), new User("w", "de", "", "", "", 0));
    assertThat(of(new Catalog(users, CATALOG.videos()), EVENTS)).isNotEqualTo(original);
    List<Video> videos = List.of(video("x", "a title"), video("y", ""));
    assertThat(of(new Catalog(CATALOG.users(), videos), EVENTS)).isNotEqualTo(original);
  }

  /** The rhythm decides where a recording is cut, and so what is trained. */
  @Test
  void itChangesWithTheRhythm() {
    Recording recording = recording(CATALOG, EVENTS);
    Recording bursts =
        new Recording(recording.name(), CATALOG, recording.events(), Recording.Rhythm.BURSTS, "");
    assertThat(Fingerprint.of(bursts)).isNotEqualTo(original);
  }

  private static List<Event> with(int i, Event event) {
    List<Event> events = new ArrayList<>(EVENTS);
    events.set(i, event);
    return events;
  }

  private static String of(Catalog catalog, List<Event> events) {
    return Fingerprint.of(recording(catalog, events));
  }

  private static Recording recording(Catalog catalog, List<Event> events) {
    EventLogBuilder builder = new EventLogBuilder(catalog);
    events.forEach(builder::add);
    return new Recording("name", catalog, builder.build(), Recording.Rhythm.DAILY, "");
  }

  private static Video video(String id, String title) {
    return new Video(id, title, "", List.of(), "", 60, Video.ALWAYS_THERE);
  }
}
