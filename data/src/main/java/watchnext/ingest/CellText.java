package watchnext.ingest;

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
    return isFormula(text.toCharArray(), 0, text.length()) ? "'" + text : text;
  }

  /** Whether the cell begins with an apostrophe that {@link #guarded} put there. */
  static boolean isGuarded(char[] chars, int from, int to) {
    return from < to && chars[from] == '\'' && isFormula(chars, from + 1, to);
  }

  /** Whether the text, after any apostrophes, begins like a formula. */
  private static boolean isFormula(char[] chars, int from, int to) {
    int i = from;
    while (i < to && chars[i] == '\'') {
      i++;
    }
    return i < to && "=+-@\t\r".indexOf(chars[i]) >= 0;
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
