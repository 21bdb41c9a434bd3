package watchnext.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "NaN", "Infinity", "0x1p3", "1d", "1f", " 1", "1 ", "1,5", "--1", "٣"})
  void whatIsNoNumberIsNaN(String text) {
    assertThat(Numbers.decimal(text)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "+1", "1.0", "1e3", "1234567890123456789", "٣"})
  void whatIsNoWholeNumberIsNone(String text) {
    assertThat(Numbers.whole(text)).isEqualTo(Numbers.NO_WHOLE);
  }

  @Test
  void decimalsAreThoseOfTheJdk() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 100_000; i++) {
      String text =
          switch (i % 4) {
            case 0 -> Double.toString(random.nextDouble());
            case 1 -> Float.toString((float) random.nextDouble());
            case 2 -> random.nextInt(1_000_000) + "." + random.nextInt(1_000_000);
            default -> Double.toString(Double.longBitsToDouble(random.nextLong() & ~(1L << 62)));
          };
      double decimal = Numbers.decimal(text);
      if (decimal != Double.parseDouble(text)) {
        assertThat(decimal).as(text).isEqualTo(Double.parseDouble(text));
      }
    }
  }

  @Test
  void theShortestTextOfAFloatComesBackAsTheSameFloat() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 300_000; i++) {
      float value = Float.intBitsToFloat(random.nextInt(0x7F000000));
      String text = Float.toString(value);
      if ((float) Numbers.decimal(text) != value) {
        assertThat((float) Numbers.decimal(text)).isEqualTo(value);
      }
    }
  }

  @Test
  void identifiersAreNumberedInOrderOfAppearanceHoweverMany() {
    IdTable ids = new IdTable();
    for (int i = 0; i < 10_000; i++) {
      String id = "user" + i;
      assertThat(ids.find(id)).isEqualTo(IdTable.UNKNOWN);
      assertThat(ids.add(id)).isEqualTo(i);
      assertThat(ids.add(id)).isEqualTo(i);
    }
    assertThat(ids.find("user9999")).isEqualTo(9_999);
    assertThat(ids.id(9_999)).isEqualTo("user9999");
    assertThat(ids.size()).isEqualTo(10_000);
  }

  @Test
  void tagsSurviveBarsAndBackslashes() {
    List<String> tags = List.of("a|b", "c\\", "\\|", "d");
    assertThat(CellText.tags(CellText.joined(tags))).isEqualTo(tags);
    assertThat(CellText.tags("||x||y\\")).containsExactly("x", "y\\");
  }
}
