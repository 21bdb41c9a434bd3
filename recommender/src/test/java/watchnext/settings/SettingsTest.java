package watchnext.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchnext.require.Require;

class SettingsTest {

  /** Every type that a setting may have. */
  record Kitchen(
      @Setting(meaning = "how hot", unit = "degrees", range = "[0, 300]") int heat,
      @Setting(meaning = "how long", range = "(0, inf]") double hours,
      @Setting(meaning = "whether it is on") boolean on,
      @Setting(meaning = "who cooks") Cook cook,
      @Setting(meaning = "widths of the trays") List<Integer> trays,
      @Setting(meaning = "what is in it") Larder larder,
      @SetElsewhere("the clock decides") long seed) {

    Kitchen {
      Require.within("heat", heat, 0, 300);
      Require.that(hours > 0, "hours must be positive, was %s", hours);
      Require.that(!on || heat > 0, "an oven that is on must be hot");
    }
  }

  record Larder(
      @Setting(meaning = "loaves of bread", range = "[0, inf)") int loaves,
      @Setting(meaning = "spices by cook") Spices spices) {}

  record Spices(Map<Cook, Integer> grams) {

    Spices {
      grams.forEach((cook, gram) -> Require.atLeast("grams", gram, 0));
    }
  }

  enum Cook {
    HEAD_CHEF,
    APPRENTICE
  }

  private static final Kitchen KITCHEN =
      new Kitchen(
          180,
          Double.POSITIVE_INFINITY,
          true,
          Cook.HEAD_CHEF,
          List.of(30, 40),
          new Larder(3, new Spices(Map.of(Cook.APPRENTICE, 5))),
          7);

  private static Kitchen read(String... lines) {
    return Settings.read(KITCHEN, "my.yaml", String.join("\n", lines));
  }

  @Test
  void whatIsPrintedIsDocumentedYaml() {
    assertThat(Settings.print(KITCHEN))
        .isEqualTo(
            """
            # how hot; unit degrees; range [0, 300]
            heat: 180
            # how long; range (0, inf]
            hours: .inf
            # whether it is on; true or false
            on: true
            # who cooks; one of head-chef, apprentice
            cook: head-chef
            # widths of the trays
            trays: [30, 40]
            # what is in it
            larder:
              # loaves of bread; range [0, inf)
              loaves: 3
              # spices by cook
              spices:
                apprentice: 5
            """);
  }

  @Test
  void whatIsPrintedComesBack() {
    Kitchen other =
        Settings.with(KITCHEN, "heat=1", "hours=1.0E-5", "on=false", "cook=apprentice", "trays=[]");
    assertThat(Settings.read(KITCHEN, "", Settings.print(other))).isEqualTo(other);
  }

  @Test
  void keysThatAreNotGivenKeepTheirValues() {
    assertThat(read("larder:", "  spices: {head-chef: 2}"))
        .isEqualTo(Settings.with(KITCHEN, "larder.spices.head-chef=2"))
        .extracting(kitchen -> kitchen.larder().spices().grams())
        .isEqualTo(Map.of(Cook.HEAD_CHEF, 2, Cook.APPRENTICE, 5));
    assertThat(read("# nothing but a comment")).isEqualTo(KITCHEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "heet: 3 | line 1, column 1: the key must be one of heat, hours, on, cook, trays, larder, was heet",
        "heat: warm | line 1, column 7: heat must be a whole number, was \"warm\"",
        "heat: 2.5 | line 1, column 7: heat must be a whole number, was 2.5",
        "heat: | line 1, column 6: heat must be a whole number, was empty",
        "heat: 3000000000 | line 1, column 7: heat must be a decimal number that fits the type int, was 3000000000",
        "heat: 301 | line 1, column 7: heat must be in [0, 300], was 301",
        "hours: long | line 1, column 8: hours must be a number, was \"long\"",
        "hours: .nan | line 1, column 8: hours must be positive, was NaN",
        "on: 1 | line 1, column 5: on must be true or false, was 1",
        "cook: chef | line 1, column 7: cook must be one of head-chef, apprentice, was \"chef\"",
        "trays: 3 | line 1, column 8: trays must be a list such as [128, 64], was 3",
        "larder: 3 | line 1, column 9: larder must be a group of keys, was 3",
        "larder: {loaves: [1]} | line 1, column 18: larder.loaves must be a whole number, was a list",
        "larder: {spices: {head-chef: -1}} | line 1, column 18: larder.spices: grams must be at least 0, was -1",
        "larder: {spices: {chef: 1}} | line 1, column 19: larder.spices must be one of head-chef, apprentice, was \"chef\"",
        "{heat: 1, heat: 2} | line 1, column 11: heat must be given once, was given twice",
        "heat: 0 | line 1, column 7: heat: an oven that is on must be hot",
        "{hours: 1, heat: 0} | line 1, column 18: heat: an oven that is on must be hot",
        "seed: 3 | line 1, column 1: seed is no setting: the clock decides",
        "- 3 | line 1, column 1: the file must be a group of keys, was a list",
        "{heat: [ | line 1, column 9: must be YAML: expected the node content, but found '<stream end>'",
      })
  void whatIsWrongIsRefusedWithItsPlaceAndTheRule(String yaml, String sentence) {
    assertThatThrownBy(() -> read(yaml.strip()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("my.yaml, " + sentence);
  }

  @Test
  void theLineIsThatOfTheValue() {
    assertThatThrownBy(() -> read("# a comment", "larder:", "  loaves: many"))
        .hasMessage(
            "my.yaml, line 3, column 11: larder.loaves must be a whole number, was \"many\"");
  }

  @Test
  void singleValuesAreReadAsInAFileAndTheLastCounts() {
    assertThat(Settings.set(KITCHEN, "--set", List.of("heat=3", "heat=4", "trays=[1, 2]")))
        .isEqualTo(Settings.with(KITCHEN, "heat=4", "trays=[1, 2]"));
    assertThatThrownBy(() -> Settings.set(KITCHEN, "--set", List.of("larder.loafs=3")))
        .hasMessage("--set: the key must be one of larder.loaves, larder.spices, was larder.loafs");
    assertThatThrownBy(() -> Settings.set(KITCHEN, "--set", List.of("heat")))
        .hasMessage(
            "--set: a setting must be a path and a value, such as twoTower.epochs=4, was heat");
    assertThatThrownBy(() -> Settings.set(KITCHEN, "--set", List.of("seed=3")))
        .hasMessage("--set: seed is no setting: the clock decides");
  }

  @Test
  void codeMaySetWhatNoFileHoldsAndIsToldOfAWrongPath() {
    assertThat(Settings.with(KITCHEN, "seed=30000000000").seed()).isEqualTo(30_000_000_000L);
    assertThatThrownBy(() -> Settings.with(KITCHEN, "sead=3"))
        .hasMessage("the key must be one of seed, heat, on, cook, trays, hours, larder, was sead");
    assertThatThrownBy(() -> Settings.with(KITCHEN, Map.of("sead", 3L)))
        .hasMessage(
            "a component must be one of seed, heat, on, cook, trays, hours, larder, was sead");
  }

  @Test
  void recordsSayWhereTheyDiffer() {
    Kitchen other = Settings.with(KITCHEN, "heat=3", "larder.loaves=1");
    assertThat(Settings.differing(KITCHEN, other)).containsExactly("heat", "larder");
    assertThat(Settings.differing(KITCHEN, KITCHEN)).isEmpty();
  }
}
