package watchnext.result;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes a result as plain text for people, in lines of at most {@code width} characters (a title
 * or a word may be longer). Text of others is printed as {@link Visible} shows it. Charts are left
 * out. <i>Confined: one thread.</i>
 */
public final class TerminalWriter {

  /** Characters of a line where nobody knows how wide the terminal is, as in a pipe. */
  public static final int DEFAULT_WIDTH = 100;

  private final PrintStream out;
  private final int width;

  /** A writer to {@code out}. */
  public TerminalWriter(PrintStream out, int width) {
    this.out = out;
    this.width = width;
  }

  /** Title, protocol, notes, then each section with its tables. */
  public void write(Result result) {
    out.println(Visible.line(result.title()));
    spaced(result.run().protocol());
    result.notes().forEach(this::spaced);
    result.sections().stream()
        .filter(section -> !section.tables().isEmpty())
        .forEach(this::section);
  }

  private void section(Section section) {
    block(section.title(), section.note());
    section.tables().forEach(this::table);
  }

  private void table(Table table) {
    if (!block(table.title(), table.note())) {
      out.println();
    }
    TextTable.lines(table, width).forEach(out::println);
  }

  /** Title and note below an empty line; false where both are empty. */
  private boolean block(String title, String note) {
    List<String> texts = Stream.of(title, note).filter(text -> !text.isEmpty()).toList();
    if (!texts.isEmpty()) {
      out.println();
      texts.forEach(this::paragraph);
    }
    return !texts.isEmpty();
  }

  private void spaced(String text) {
    if (!text.isEmpty()) {
      out.println();
      paragraph(text);
    }
  }

  private void paragraph(String text) {
    Wrap.words(Visible.line(text), width).forEach(out::println);
  }
}
