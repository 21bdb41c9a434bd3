package watchnext.feature.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Catalog;
import watchnext.catalog.Video;

class ContentEncoderTest {

  @Test
  void everyFieldOfAVideoGivesItsTokens() {
    Video video =
        new Video("v", "Easy stories", "c7", List.of("Comedy", "kids"), "en", 60, 1_700_000_000);
    // ln 60 = 4.09, twice that is 8.19
    assertThat(ContentEncoder.tokens(video))
        .containsExactly(
            "creator:c7",
            "tag:comedy",
            "tag:kids",
            "language:en",
            "duration:8",
            "title:easi",
            "title:stori");
  }

  @Test
  void whatIsUnknownGivesNoToken() {
    assertThat(ContentEncoder.tokens(titled("", ""))).isEmpty();
  }

  @Test
  void formsOfAWordMeetWhereTheLanguageIsKnown() {
    assertThat(titleTokens("The Stories", "en")).isEqualTo(titleTokens("story", "en"));
    assertThat(titleTokens("las canciones", "es")).isEqualTo(titleTokens("canción", "es"));
  }

  @Test
  void aTitleInAnUnknownLanguageKeepsItsWordsAsTheyAre() {
    assertThat(titleTokens("The Stories (1995)", ""))
        .containsExactly("title:the", "title:stories", "title:1995");
    assertThat(titleTokens("The Stories", "xx")).containsExactly("title:the", "title:stories");
  }

  @Test
  void accentsAndCaseAreFolded() {
    assertThat(titleTokens("CAFÉ Ærø", "")).containsExactly("title:cafe", "title:aero");
  }

  @Test
  void aTitleOfStopWordsAloneKeepsThem() {
    assertThat(titleTokens("It", "en")).containsExactly("title:it");
  }

  @Test
  void scriptsWithoutSpacesAreCutToo() {
    assertThat(titleTokens("東京物語", "ja")).containsExactly("title:東京", "title:京物", "title:物語");
  }

  @Test
  void atMostEightWordsOfATitleCount() {
    assertThat(titleTokens("a1 b2 c3 d4 e5 f6 g7 h8 i9", "")).hasSize(8).doesNotContain("title:i9");
  }

  @Test
  void tokensStandInTheirBucketsByOrdinal() {
    VideoContent content =
        ContentEncoder.encode(
            new Catalog(List.of(), List.of(titled("a", ""), titled("", ""), titled("b a", ""))));
    assertThat(content.tokenCount(0)).isEqualTo(1);
    assertThat(content.tokenCount(1)).isZero();
    assertThat(content.tokenCount(2)).isEqualTo(2);
    assertThat(content.token(2, 1)).isEqualTo(content.token(0, 0));
    assertThat(content.token(2, 0)).isEqualTo(ContentEncoder.bucket("title:b"));
  }

  private static int next;

  private static Video titled(String title, String language) {
    return new Video("v" + next++, title, "", List.of(), language, 0, Video.ALWAYS_THERE);
  }

  private static List<String> titleTokens(String title, String language) {
    return ContentEncoder.tokens(titled(title, language)).stream()
        .filter(token -> token.startsWith("title:"))
        .toList();
  }
}
