package watchnext.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import watchnext.event.EventKind;
import watchnext.feature.RankingFeatures;

/** The page of features and the code list the same. */
class FeaturesPageTest {

  private static final String PAGE = Pages.read(Pages.ROOT.resolve("docs/3-features.md"));
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+\\.[\\w.]+)` \\|");
  private static final Pattern EVIDENCE =
      Pattern.compile("\"((?:twoTower|als|neighbours|history)\\.\\w+)\"");

  @Test
  void everyFeatureStandsOnThePageInTheOrderOfTheRow() {
    List<String> listed = names(ROW, PAGE);
    int ofUsersAndVideos = RankingFeatures.width();

    assertThat(listed.subList(0, ofUsersAndVideos)).isEqualTo(RankingFeatures.names());
    assertThat(listed.subList(ofUsersAndVideos, listed.size()))
        .containsExactlyInAnyOrderElementsOf(evidence());
    assertThat(PAGE).contains("one row of " + listed.size() + " numbers");
  }

  /** Names of the features that models give, as the rooms that make them write them. */
  private static List<String> evidence() {
    return Pages.classes().values().stream()
        .flatMap(List::stream)
        .filter(file -> file.toString().contains("/main/"))
        .filter(file -> Pages.read(file).contains("PairScorer"))
        .flatMap(file -> names(EVIDENCE, Pages.read(file)).stream())
        .toList();
  }

  @Test
  void everyKindOfEventStandsInTheMatrix() {
    for (EventKind kind : EventKind.values()) {
      assertThat(PAGE).contains("\n| `" + kind.name().toLowerCase(Locale.ROOT) + "`");
    }
  }

  private static List<String> names(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }
}
