package watchnext.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrapTest {

  @Test
  void aShortParagraphStaysOneLine() {
    assertThat(Wrap.words("One request per day.", 100)).containsExactly("One request per day.");
    assertThat(Wrap.words("", 100)).containsExactly("");
  }

  @Test
  void noLineIsLongerThanTheWidthAndNoWordIsLost() {
    String paragraph = "request ".repeat(100).strip();
    List<String> lines = Wrap.words(paragraph, 110);
    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(110));
    assertThat(String.join(" ", lines)).isEqualTo(paragraph);
    // 13 words of 7 letters and 12 spaces are 103 characters; a fourteenth would make 111.
    assertThat(lines.get(0)).hasSize(103);
  }

  @Test
  void aLineMayBeExactlyFull() {
    String full = "a".repeat(54) + " " + "b".repeat(55);
    assertThat(Wrap.words(full + " c", 110)).containsExactly(full, "c");
  }

  @Test
  void aWordLongerThanALineStandsAlone() {
    String word = "w".repeat(200);
    assertThat(Wrap.words(word, 110)).containsExactly(word);
    assertThat(Wrap.words("a " + word + " b", 110)).containsExactly("a", word, "b");
  }

  @Test
  void aCellCutsIt() {
    assertThat(Wrap.cut("ab cdefgh", 4)).containsExactly("ab", "cdef", "gh");
  }
}
