package watchnext.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {

  @Test
  void thePlaceInTheListIsTheOrdinal() {
    Catalog catalog =
        new Catalog(List.of(User.unknown("u"), User.unknown("w")), List.of(video("x"), video("y")));
    assertThat(catalog.user(1)).isEqualTo(User.unknown("w"));
    assertThat(catalog.userVocabulary().ordinal("w")).isEqualTo(1);
    assertThat(catalog.video(0).id()).isEqualTo("x");
    assertThat(catalog.videoVocabulary().ordinal("y")).isEqualTo(1);
  }

  @Test
  void aUserAndAVideoMayShareAnIdentifierButNotTwoOfOneKind() {
    assertThat(new Catalog(List.of(User.unknown("1")), List.of(video("1"))).videos()).hasSize(1);
    assertThatThrownBy(() -> new Catalog(List.of(), List.of(video("1"), video("1"))))
        .hasMessage("identifiers must be unique, \"1\" came twice");
    assertThatThrownBy(() -> new Catalog(List.of(User.unknown("1"), User.unknown("1")), List.of()))
        .hasMessage("identifiers must be unique, \"1\" came twice");
  }

  @Test
  void listsGivenAndTakenCannotChangeIt() {
    List<Video> videos = new ArrayList<>(List.of(video("x")));
    Catalog catalog = new Catalog(List.of(), videos);
    videos.clear();
    assertThat(catalog.videos()).hasSize(1);
    assertThatThrownBy(() -> catalog.videos().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aBlankIdentifierIsRefused() {
    assertThatThrownBy(() -> User.unknown(" ")).hasMessage("a user's id must not be blank");
    assertThatThrownBy(() -> video("\t")).hasMessage("a video's id must not be blank");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void aDurationIsANumberNotBelowZero(double seconds) {
    assertThatThrownBy(() -> new Video("x", "", "", List.of(), "", seconds, 0))
        .hasMessage("durationSeconds of video x must be 0 or more, was " + seconds);
  }

  @Test
  void aVideoCanBeShownFromTheSecondOfItsUpload() {
    Video uploaded = new Video("x", "", "", List.of(), "", 0, 100);
    assertThat(uploaded.isAvailableAt(99)).isFalse();
    assertThat(uploaded.isAvailableAt(100)).isTrue();
    assertThat(video("y").isAvailableAt(Long.MIN_VALUE)).isTrue();
  }

  @Test
  void tagsAreCopied() {
    List<String> tags = new ArrayList<>(List.of("comedy"));
    Video tagged = new Video("x", "", "", tags, "", 0, 0);
    tags.add("drama");
    assertThat(tagged.tags()).containsExactly("comedy");
  }

  private static Video video(String id) {
    return new Video(id, "", "", List.of(), "", 0, Video.ALWAYS_THERE);
  }
}
