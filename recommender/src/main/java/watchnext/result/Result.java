package watchnext.result;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import watchnext.require.Require;

/**
 * What a command found out. {@link TerminalWriter}, {@link JsonWriter} and {@link HtmlWriter} write
 * the same result for people, for programs, and with its plots. <i>Immutable.</i>
 *
 * @param title one line
 * @param run how the figures were made
 * @param notes paragraphs below the title
 * @param sections in order; the keys of all their tables differ
 */
public record Result(String title, Run run, List<String> notes, List<Section> sections) {

  /** Takes unmodifiable copies. */
  public Result {
    notes = List.copyOf(notes);
    sections = List.copyOf(sections);
    Set<String> keys = new HashSet<>();
    for (Section section : sections) {
      for (Table table : section.tables()) {
        Require.that(
            keys.add(table.key()), "keys of tables must differ, \"%s\" came twice", table.key());
      }
    }
  }

  /** A result of sections without a heading, one a table. */
  public static Result of(String title, Run run, Table... tables) {
    return new Result(title, run, List.of(), Stream.of(tables).map(Section::of).toList());
  }

  /** The same with these paragraphs instead. */
  public Result noting(List<String> paragraphs) {
    return new Result(title, run, paragraphs, sections);
  }
}
