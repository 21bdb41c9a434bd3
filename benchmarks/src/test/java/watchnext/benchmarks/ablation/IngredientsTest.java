package watchnext.benchmarks.ablation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watchnext.catalog.Video;
import watchnext.model.twotower.TwoTowerConfig;
import watchnext.settings.Settings;

class IngredientsTest {

  private static final Video VIDEO =
      new Video("v1", "A title", "creator", List.of("tag"), "en", 60, 5);

  static List<Ingredient> all() {
    return Ingredients.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyIngredientChangesExactlyOneThing(Ingredient ingredient) {
    TwoTowerConfig base = TwoTowerConfig.defaults();
    boolean isOtherModel =
        !Settings.with(base, ingredient.settings().toArray(String[]::new)).equals(base);
    boolean isOtherContent = !ingredient.content().apply(VIDEO).equals(VIDEO);
    assertThat(isOtherModel ^ isOtherContent).as(ingredient.name()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("all")
  void contentThatIsTakenAwayLeavesTheVideoItself(Ingredient ingredient) {
    Video changed = ingredient.content().apply(VIDEO);
    assertThat(changed.id()).isEqualTo("v1");
    assertThat(changed.uploadedEpochSecond()).isEqualTo(5);
  }

  @Test
  void namesAreUnique() {
    assertThat(all().stream().map(Ingredient::name)).doesNotHaveDuplicates();
  }
}
