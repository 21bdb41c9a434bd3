package watchnext.app;

import java.util.ArrayList;
import java.util.List;
import watchnext.snapshot.GateCheck;

/** A closed gate in words: each failed check with what was found. <i>Stateless.</i> */
final class GatePrint {

  static final String CLOSED = "The gate is closed: these models may not serve.";

  private static final int WIDTH = 100;
  private static final String INDENT = "  ";

  private GatePrint() {}

  /** Prints nothing when no check failed. */
  static void print(List<GateCheck> failed, Terminal terminal) {
    if (!failed.isEmpty()) {
      terminal.print("");
      lines(failed).forEach(terminal::print);
    }
  }

  /** What is closed, then each rule and below it what was found, in lines of 100 columns. */
  static List<String> lines(List<GateCheck> failed) {
    List<String> lines = new ArrayList<>(List.of(CLOSED + " What did not hold:"));
    for (GateCheck check : failed) {
      indented(check.rule(), INDENT, lines);
      indented("found " + check.found(), INDENT + INDENT, lines);
    }
    return lines;
  }

  private static void indented(String text, String indent, List<String> lines) {
    EvaluationPrint.wrap(text, WIDTH - indent.length()).forEach(line -> lines.add(indent + line));
  }

  /** One line of the report page for each failed check. */
  static List<String> sentences(List<GateCheck> failed) {
    return failed.stream()
        .map(check -> CLOSED + " Not so: " + check.rule() + "; found " + check.found() + ".")
        .toList();
  }
}
