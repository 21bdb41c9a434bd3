package watchnext.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import watchnext.result.Cell;
import watchnext.result.Column;
import watchnext.result.Result;
import watchnext.result.Table;
import watchnext.result.Visible;

class VisibleTest {

  private static final String EVIL =
      "\u001b[2J\u009b31m\u202egnp\r\nwatchnext: all is well\t\u0007";
  private static final String SHOWN =
      "\\u001b[2J\\u009b31m\\u202egnp\\u000d\\u000awatchnext: all is well\\u0009\\u0007";

  @Test
  void whatWouldMoveTheCursorIsShownInstead() {
    assertThat(Visible.line(EVIL)).isEqualTo(SHOWN);
  }

  @Test
  void everyScriptStaysAsItIs() {
    String text =
        "Straße, Crème brûlée, \u30e6\u30fc\u30b6\u30fc, \u05e9\u05dc\u05d5\u05dd, \ud83c\udfac";
    assertThat(Visible.line(text)).isSameAs(text);
  }

  @Test
  void theTerminalShowsLinesTablesAndProgressSo() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    Table table =
        new Table(
            "t",
            EVIL,
            EVIL,
            List.of(Column.text("title " + EVIL)),
            List.of(List.of(Cell.of(EVIL))));
    terminal.show(Result.of(EVIL, Machine.run("", 1, EVIL), table));
    terminal.accept(EVIL);
    for (ByteArrayOutputStream stream : List.of(out, err)) {
      String text = stream.toString(StandardCharsets.UTF_8);
      assertThat(text.codePoints().filter(c -> c != '\n').filter(Character::isISOControl))
          .isEmpty();
      assertThat(text).contains("\\u001b[2J\\u009b31m");
    }
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).first().isEqualTo(SHOWN);
  }

  @Test
  void errorsShowTheNamesOfFilesSo() {
    CommandRun run = CommandRun.of("verify", "no\u001b[2Jsuch");
    assertThat(run.err().lines())
        .containsExactly("watchnext: no\\u001b[2Jsuch is not a snapshot: it has no manifest.json");
    assertThat(CommandRun.of("no\u001b[2Jverb").err())
        .contains("\\u001b[2J")
        .doesNotContain("\u001b");
  }
}
