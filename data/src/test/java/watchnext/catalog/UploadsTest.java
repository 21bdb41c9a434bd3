package watchnext.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class UploadsTest {

  private static final Catalog CATALOG =
      new Catalog(List.of(User.unknown("u")), List.of(video("a"), video("b")));

  private static Video video(String id) {
    return new Video(id, "", "", List.of(), "", 0, Video.ALWAYS_THERE);
  }

  @Test
  void aVideoAddedGetsTheNextOrdinalAndTheCatalogueBeforeKnowsNothingOfIt() {
    Catalog longer = CATALOG.with(video("c")).with(video("d"));
    assertThat(longer.videos()).extracting(Video::id).containsExactly("a", "b", "c", "d");
    assertThat(longer.videoVocabulary().ids()).containsExactly("a", "b", "c", "d");
    assertThat(longer.videoVocabulary().find("d")).isEqualTo(3);
    assertThat(longer.video(2).id()).isEqualTo("c");
    assertThat(longer.users()).isSameAs(CATALOG.users());
    assertThat(CATALOG.videos()).hasSize(2);
    assertThat(CATALOG.videoVocabulary().find("c")).isEqualTo(Vocabulary.UNKNOWN);
    assertThat(CATALOG.numbersAs(longer)).isFalse();
    assertThat(longer.numbersAs(new Catalog(CATALOG.users(), longer.videos()))).isTrue();
  }

  @Test
  void twoCataloguesContinuedFromOneDoNotMixTheirVideos() {
    Catalog one = CATALOG.with(video("x")).with(video("y"));
    Catalog other = CATALOG.with(video("y")).with(video("z"));
    assertThat(one.videoVocabulary().find("y")).isEqualTo(3);
    assertThat(other.videoVocabulary().find("y")).isEqualTo(2);
    assertThat(one.videoVocabulary().find("z")).isEqualTo(Vocabulary.UNKNOWN);
    assertThat(other.videoVocabulary().find("x")).isEqualTo(Vocabulary.UNKNOWN);
  }

  @Test
  void anIdentifierThatIsThereIsNotTakenAgain() {
    Catalog longer = CATALOG.with(video("c"));
    assertThatThrownBy(() -> longer.with(video("a")))
        .hasMessage("identifiers must be unique, \"a\" came twice");
    assertThatThrownBy(() -> Uploads.require(longer, video("c")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the id of an uploaded video must be new, \"c\" is in the catalogue");
  }

  @Test
  void whatAFileWouldNotGiveIsRefusedInOneSentence() {
    assertThatCode(() -> Uploads.require(CATALOG, video("c"))).doesNotThrowAnyException();
    assertThatThrownBy(() -> Uploads.require(CATALOG, video("x".repeat(257))))
        .hasMessage("an id must have at most 256 characters, had 257");
    Video endless = new Video("c", "", "", List.of(), "", 604_801, 0);
    assertThatThrownBy(() -> Uploads.require(CATALOG, endless))
        .hasMessage("durationSeconds of video c must be at most 604800, was 604801.0");
    Video untagged = new Video("c", "", "", List.of("a", ""), "", 1, 0);
    assertThatThrownBy(() -> Uploads.require(CATALOG, untagged))
        .hasMessage("tags of video c must not be empty, were [a, ]");
    Video millis = new Video("c", "", "", List.of(), "", 1, 1_700_000_000_000L);
    assertThatThrownBy(() -> Uploads.require(CATALOG, millis))
        .hasMessage(
            "uploadedEpochSecond of video c must be in seconds since 1970, was 1700000000000"
                + " (looks like milliseconds)");
  }
}
