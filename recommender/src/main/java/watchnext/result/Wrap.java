package watchnext.result;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Breaks text into lines. A character counts as one column. <i>Stateless.</i> */
final class Wrap {

  private Wrap() {}

  /** Lines of at most {@code width} characters; a longer word stands alone, in one piece. */
  static List<String> words(String text, int width) {
    return lines(List.of(text.split("\\s+", -1)), width);
  }

  /** Lines of at most {@code width} characters; a longer word is cut. */
  static List<String> cut(String text, int width) {
    List<String> pieces = new ArrayList<>();
    for (String word : text.split("\\s+", -1)) {
      int from = 0;
      while (length(word.substring(from)) > width) {
        int to = word.offsetByCodePoints(from, width);
        pieces.add(word.substring(from, to));
        from = to;
      }
      pieces.add(word.substring(from));
    }
    return lines(pieces, width);
  }

  private static List<String> lines(List<String> words, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words) {
      if (!line.isEmpty() && length(line) + 1 + length(word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Characters as people count them. */
  static int length(CharSequence text) {
    return (int) text.codePoints().count();
  }

  /** Length of the longest word. */
  static int longestWord(String text) {
    return Stream.of(text.split("\\s+", -1)).mapToInt(Wrap::length).max().orElse(0);
  }
}
