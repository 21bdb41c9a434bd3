package watchnext.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void aRuleStandsUnderTheHeaderAloneAndNumbersAtTheRight() {
    Table table =
        Table.of(
            "tags",
            "",
            "",
            List.of("cooking", "rap"),
            Field.text("tag", tag -> tag),
            Field.number("letters", 0, String::length),
            Field.<String>number("share", 2, tag -> tag.length() / 10.0).in("%"));
    assertThat(TextTable.lines(table, 100))
        .containsExactly(
            "tag      letters  share, %",
            "-------  -------  --------",
            "cooking        7      0.70",
            "rap            3      0.30");
  }

  @Test
  void whereThereIsRoomAnIntervalHasBothItsEnds() {
    assertThat(TextTable.lines(Results.evaluation(), 140))
        .anyMatch(
            line -> line.startsWith("popularity ") && line.contains("0.2003 [0.1705, 0.2344]"));
  }

  @Test
  void aTableOfFourEstimatesFitsInHundredColumns() {
    List<String> lines = TextTable.lines(Results.evaluation(), 100);
    assertThat(lines).hasSize(4).allMatch(line -> line.length() <= 100);
    // The farther end is 0.2344 - 0.2003 = 0.0341 away; the nearer one 0.0298.
    assertThat(lines.get(2)).startsWith("popularity ").contains(" 0.2003 ±0.0341  ");
  }

  @Test
  void whatDoesNotFitIsSplitInPartsThatRepeatTheFirstColumn() {
    List<String> lines = TextTable.lines(Results.evaluation(), 70);
    assertThat(lines).allMatch(line -> line.length() <= 70);
    assertThat(lines).filteredOn(line -> line.startsWith("popularity ")).hasSize(2);
    assertThat(lines).filteredOn(String::isEmpty).hasSize(1);
  }

  @Test
  void longTextsWrapInsideTheirCell() {
    String long1 = "one two three four five six seven eight nine ten eleven twelve";
    Table table =
        Table.of(
            "texts",
            "",
            "",
            List.of(long1),
            Field.number("#", 0, text -> 1),
            Field.text("text", text -> text),
            Field.text("the same", text -> text));
    List<String> lines = TextTable.lines(table, 60);
    assertThat(lines.stream().skip(2))
        .containsExactly(
            "1  one two three four five six   one two three four five six",
            "   seven eight nine ten eleven   seven eight nine ten eleven",
            "   twelve                        twelve");
  }

  @Test
  void aWordLongerThanItsColumnIsCut() {
    Table table =
        Table.of(
            "words",
            "",
            "",
            List.of("a".repeat(130)),
            Field.text("word", word -> word),
            Field.text("the same", word -> word));
    assertThat(TextTable.lines(table, 50)).allMatch(line -> line.length() <= 50);
    assertThat(String.join("", TextTable.lines(table, 50)).replaceAll("[^a]", ""))
        .hasSize(2 * 130 + 1); // and the a of "the same"
  }

  @Test
  void noWidthIsOverrunByManyColumns() {
    List<Field<Integer>> fields =
        IntStream.range(0, 30)
            .<Field<Integer>>mapToObj(c -> Field.number("column " + c, 3, row -> row * c))
            .toList();
    Table table = Table.of("wide", "", "", List.of(1, 2, 3), fields);
    for (int width : new int[] {40, 60, 100, 200}) {
      assertThat(TextTable.lines(table, width)).allMatch(line -> line.length() <= width);
    }
  }

  @Test
  void titlesOfOthersMoveNoCursor() {
    Table table =
        Table.of(
            "evil", "", "", List.of("\u001b[2J\r\nx"), Field.text("title\u0007", text -> text));
    assertThat(TextTable.lines(table, 100))
        .containsExactly("title\\u0007", "-".repeat(22), "\\u001b[2J\\u000d\\u000ax");
  }
}
