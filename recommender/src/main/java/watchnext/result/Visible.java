package watchnext.result;

import java.util.Locale;

/**
 * Text of strangers for a terminal: titles, identifiers, names of files. What would move the
 * cursor, change colours or turn the direction of writing is shown, as {@code \u001b}, and does
 * nothing. <i>Stateless.</i>
 */
public final class Visible {

  private Visible() {}

  /** One line: control characters, line ends and marks of direction are escaped. */
  public static String line(String text) {
    if (text.codePoints().noneMatch(Visible::isHidden)) {
      return text;
    }
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (isHidden(c)) {
                visible.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                visible.appendCodePoint(c);
              }
            });
    return visible.toString();
  }

  /** Control characters of ASCII and Latin-1, line separators, embeddings and overrides. */
  private static boolean isHidden(int c) {
    return Character.isISOControl(c)
        || c == 0x2028
        || c == 0x2029
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
