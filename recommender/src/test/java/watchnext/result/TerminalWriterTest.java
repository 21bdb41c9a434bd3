package watchnext.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalWriterTest {

  @Test
  void aTitleAloneIsOneLine() {
    assertThat(lines(new Result("done", Results.RUN, List.of(), List.of())))
        .containsExactly("done");
  }

  @Test
  void blocksStandApartByOneEmptyLine() {
    Table table = new Table("t", "Tags", "", List.of(Column.text("tag")), List.of());
    Run run = new Run("", "", "", 1, "How.");
    Result result =
        new Result(
            "title",
            run,
            List.of("A note."),
            List.of(new Section("Heading", "Of the section.", List.of(table), List.of())));
    assertThat(lines(result))
        .containsExactly(
            "title",
            "",
            "How.",
            "",
            "A note.",
            "",
            "Heading",
            "Of the section.",
            "",
            "Tags",
            "tag",
            "---");
  }

  private static List<String> lines(Result result) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new TerminalWriter(new PrintStream(bytes, true, UTF_8), 100).write(result);
    return bytes.toString(UTF_8).lines().toList();
  }
}
