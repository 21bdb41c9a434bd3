package watchnext.ingest;

import java.util.Arrays;
import java.util.List;
import watchnext.catalog.EpochSeconds;
import watchnext.catalog.Video;

/**
 * The row in hand: cells asked for by the number of their {@link Columns column}. Every question
 * either answers or throws a {@link BadCell} that says what was expected, so a reader first asks
 * for all it needs and only then changes anything.
 *
 * <p>Cells are slices of one array that is overwritten by the next row. <i>Confined: one thread at
 * a time.</i>
 */
final class Row {

  /** The longest identifier, in characters. */
  static final int LONGEST_ID = Video.LONGEST_ID;

  private final Columns columns;
  private final Form form;
  private final int[] places;
  private final int width;
  private char[] chars = {};
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private int cells;

  /**
   * A row of a file.
   *
   * @param places for each column its place in the file, -1 where the file has it not
   * @param width how many cells a row must have
   */
  Row(Columns columns, Form form, int[] places, int width) {
    this.columns = columns;
    this.form = form;
    this.places = places;
    this.width = width;
  }

  /** Cuts a row without quotation marks at each separator. */
  void cut(char[] source, int from, int to) {
    chars = source;
    cells = 0;
    String separator = form.separator();
    char first = separator.charAt(0);
    int step = separator.length();
    int start = from;
    for (int i = from; i <= to - step; i++) {
      if (source[i] == first && (step == 1 || source[i + 1] == separator.charAt(1))) {
        addCell(start, i);
        start = i + step;
        i = start - 1;
      }
    }
    addCell(start, to);
  }

  /** Takes cells that were cut elsewhere. */
  void take(List<String> values) {
    chars = String.join("", values).toCharArray();
    cells = 0;
    int start = 0;
    for (String value : values) {
      addCell(start, start + value.length());
      start += value.length();
    }
  }

  private void addCell(int from, int to) {
    if (cells == starts.length) {
      starts = Arrays.copyOf(starts, cells * 2);
      ends = Arrays.copyOf(ends, cells * 2);
    }
    starts[cells] = form.guarded() && CellText.isGuarded(chars, from, to) ? from + 1 : from;
    ends[cells] = to;
    cells++;
  }

  /**
   * Joins the cells that too many separators made of one free text, which {@code ::} files cannot
   * quote.
   */
  void joinText(int column) {
    int extra = cells - width;
    if (extra > 0) {
      ends[column] = ends[column + extra];
      System.arraycopy(starts, column + 1 + extra, starts, column + 1, width - column - 1);
      System.arraycopy(ends, column + 1 + extra, ends, column + 1, width - column - 1);
      cells = width;
    }
  }

  /** Refuses a row with too many or too few cells. */
  void checkWidth() {
    if (cells != width) {
      throw new BadCell("expected " + width + " columns, found " + cells);
    }
  }

  /** Refuses a row with bytes that are no text, naming the column they stand in. */
  void checkText() {
    for (int column = 0; column < places.length; column++) {
      String text = text(column);
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) == Lines.NO_TEXT
            && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)))) {
          throw bad(column, form.charset().name() + " text");
        }
      }
    }
  }

  /** Whether the cell is empty or its column is not in the file. */
  boolean isEmpty(int column) {
    int place = places[column];
    return place < 0 || starts[place] == ends[place];
  }

  /** The cell's text, empty when its column is not in the file. */
  String text(int column) {
    int place = places[column];
    return place < 0 ? "" : new String(chars, starts[place], ends[place] - starts[place]);
  }

  /** The whole number in the cell. */
  long whole(int column, long smallest, long largest, String expected) {
    long value = wholeOr(column);
    if (value < smallest || value > largest) {
      throw bad(column, expected);
    }
    return value;
  }

  private long wholeOr(int column) {
    int place = places[column];
    return place < 0 ? Numbers.NO_WHOLE : Numbers.whole(chars, starts[place], ends[place]);
  }

  /** The decimal number in the cell. */
  double decimal(int column, double smallest, double largest, String expected) {
    int place = places[column];
    double value = place < 0 ? Double.NaN : Numbers.decimal(chars, starts[place], ends[place]);
    if (!(value >= smallest && value <= largest)) {
      throw bad(column, expected);
    }
    return value;
  }

  /** The cell as seconds since 1970, see {@link EpochSeconds}. */
  long instant(int column) {
    long seconds = wholeOr(column);
    if (seconds != Numbers.NO_WHOLE && EpochSeconds.isPlausible(seconds)) {
      return seconds; // the usual path makes no string
    }
    try {
      return EpochSeconds.parse(text(column));
    } catch (IllegalArgumentException e) {
      throw bad(column, EpochSeconds.EXPECTED, EpochSeconds.hint(text(column)));
    }
  }

  /** The ordinal of the identifier in the cell, or {@link IdTable#UNKNOWN}. */
  int find(int column, IdTable ids) {
    int place = places[column];
    return place < 0 ? IdTable.UNKNOWN : ids.find(chars, starts[place], ends[place]);
  }

  /** The ordinal of the identifier in the cell, which must be known to {@code ids}. */
  int known(int column, IdTable ids, String expected) {
    int ordinal = find(column, ids);
    if (ordinal == IdTable.UNKNOWN) {
      throw bad(column, expected);
    }
    return ordinal;
  }

  /** The ordinal of the identifier in the cell, new or known. Ask {@link #checkId} before. */
  int add(int column, IdTable ids) {
    int place = places[column];
    return ids.add(chars, starts[place], ends[place]);
  }

  /** The identifier in the cell, which must be new to {@code ids} and becomes known. */
  String newId(int column, IdTable ids) {
    checkId(column);
    if (find(column, ids) != IdTable.UNKNOWN) {
      throw bad(column, "an identifier that has not come before");
    }
    return ids.ids().get(add(column, ids));
  }

  /** Refuses an identifier that is blank or too long. */
  void checkId(int column) {
    int place = places[column];
    int length = place < 0 ? 0 : ends[place] - starts[place];
    boolean blank = true;
    for (int i = 0; i < length && blank; i++) {
      blank = Character.isWhitespace(chars[starts[place] + i]);
    }
    if (blank || length > LONGEST_ID) {
      throw bad(column, "an identifier of 1 to " + LONGEST_ID + " characters");
    }
  }

  /** The fault "column …: expected …, was …". */
  BadCell bad(int column, String expected) {
    return bad(column, expected, "");
  }

  private BadCell bad(int column, String expected, String hint) {
    return new BadCell(
        columns.names().get(column),
        "expected " + expected + ", was " + CellText.shown(text(column)) + hint);
  }
}
