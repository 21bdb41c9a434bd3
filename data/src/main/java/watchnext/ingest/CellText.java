package watchnext.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * Text in cells: the guard against formulas, tags in one cell, and text shown in a message.
 *
 * <p>A spreadsheet runs a cell that begins with {@code = + - @} or a tab. Our export puts an
 * apostrophe before such text (also before text that already looks guarded, so that the way back is
 * exact); reading takes one apostrophe off. <i>Immutable.</i>
 */
final class CellText {

  private static final int MOST_SHOWN = 60;

  private CellText() {}

  /** The text as it may stand in a cell. */
  static String guarded(String text) {
    return isFormula(text) ? "'" + text : text;
  }

  /** The text of a cell, without an apostrophe that {@link #guarded} put there. */
  static String unguarded(String cell) {
    return cell.startsWith("'") && isFormula(cell) ? cell.substring(1) : cell;
  }

  /** Whether the text, after any apostrophes, begins like a formula. */
  private static boolean isFormula(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) == '\'') {
      i++;
    }
    return i < text.length() && "=+-@\t\r".indexOf(text.charAt(i)) >= 0;
  }

  /** Tags in one cell, with {@code |} between them and a backslash before a bar or backslash. */
  static String joined(List<String> tags) {
    StringBuilder cell = new StringBuilder();
    for (String tag : tags) {
      if (!cell.isEmpty()) {
        cell.append('|');
      }
      cell.append(tag.replace("\\", "\\\\").replace("|", "\\|"));
    }
    return cell.toString();
  }

  /** The tags of one cell; empty ones are dropped. */
  static List<String> tags(String cell) {
    List<String> tags = new ArrayList<>();
    StringBuilder tag = new StringBuilder();
    for (int i = 0; i <= cell.length(); i++) {
      boolean atEnd = i == cell.length();
      if (atEnd || cell.charAt(i) == '|') {
        if (!tag.isEmpty()) {
          tags.add(tag.toString());
        }
        tag.setLength(0);
      } else if (cell.charAt(i) == '\\' && i + 1 < cell.length()) {
        i++;
        tag.append(cell.charAt(i));
      } else {
        tag.append(cell.charAt(i));
      }
    }
    return tags;
  }

  /** Whether some of the text was read from bytes that are no text. */
  static boolean isDamaged(String text) {
    return text.indexOf(RowReader.NO_TEXT) >= 0 && !UTF_8.newEncoder().canEncode(text);
  }

  /** Text quoted for a message: shortened, with visible control characters. */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder("\"");
    int end = Math.min(text.length(), MOST_SHOWN);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || Character.isSurrogate(c)) {
        shown.append(String.format("\\u%04x", (int) c));
      } else {
        shown.append(c);
      }
    }
    return shown.append(end < text.length() ? "…\"" : "\"").toString();
  }
}
