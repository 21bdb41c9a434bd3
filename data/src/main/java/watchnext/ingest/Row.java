package watchnext.ingest;

import java.util.List;
import watchnext.catalog.EpochSeconds;
import watchnext.catalog.Video;

/**
 * The row in hand: cells asked for by the number of their {@link Columns column}. Every question
 * either answers or throws a {@link BadCell} that says what was expected, so a reader first asks
 * for all it needs and only then changes anything. The next row overwrites this one. <i>Confined:
 * one thread at a time.</i>
 */
final class Row {

  /** The longest identifier, in characters. */
  static final int LONGEST_ID = Video.LONGEST_ID;

  private final Columns columns;
  private final Form form;
  private final List<String> cells;
  private final int[] places;
  private final int width;

  /**
   * A row of a file.
   *
   * @param cells hold whatever row is in hand
   * @param places for each column its place in the file, -1 where the file has it not
   * @param width how many cells a row must have
   */
  Row(Columns columns, Form form, List<String> cells, int[] places, int width) {
    this.columns = columns;
    this.form = form;
    this.cells = cells;
    this.places = places;
    this.width = width;
  }

  /**
   * Refuses a row with too many or too few cells, or with bytes that are no text.
   *
   * @param freeText the column that takes what is too many, -1 when none does
   */
  void check(int freeText) {
    int extra = cells.size() - width;
    if (freeText >= 0 && extra > 0) {
      List<String> parts = cells.subList(freeText, freeText + extra + 1);
      String whole = String.join(form.separator(), parts);
      parts.clear();
      cells.add(freeText, whole);
    }
    if (cells.size() != width) {
      throw new BadCell("expected " + width + " columns, found " + cells.size());
    }
    for (int column = 0; column < places.length; column++) {
      if (CellText.isDamaged(text(column))) {
        throw bad(column, form.charset().name() + " text");
      }
    }
  }

  /** Whether the cell is empty or its column is not in the file. */
  boolean isEmpty(int column) {
    return text(column).isEmpty();
  }

  /** The cell's text, empty when its column is not in the file. */
  String text(int column) {
    return places[column] < 0 ? "" : cells.get(places[column]);
  }

  /** The whole number in the cell. */
  long whole(int column, long smallest, long largest, String expected) {
    long value = Numbers.whole(text(column));
    if (value < smallest || value > largest) {
      throw bad(column, expected);
    }
    return value;
  }

  /** The decimal number in the cell. */
  double decimal(int column, double smallest, double largest, String expected) {
    double value = Numbers.decimal(text(column));
    if (!(value >= smallest && value <= largest)) {
      throw bad(column, expected);
    }
    return value;
  }

  /** The cell as seconds since 1970, see {@link EpochSeconds}. */
  long instant(int column) {
    long seconds = Numbers.whole(text(column));
    if (seconds != Numbers.NO_WHOLE && EpochSeconds.isPlausible(seconds)) {
      return seconds;
    }
    try {
      return EpochSeconds.parse(text(column));
    } catch (IllegalArgumentException e) {
      throw bad(column, EpochSeconds.EXPECTED, EpochSeconds.hint(text(column)));
    }
  }

  /** The ordinal of the identifier in the cell, or {@link IdTable#UNKNOWN}. */
  int find(int column, IdTable ids) {
    return ids.find(text(column));
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
    return ids.add(text(column));
  }

  /** The identifier in the cell, which must be new to {@code ids} and becomes known. */
  String newId(int column, IdTable ids) {
    checkId(column);
    if (find(column, ids) != IdTable.UNKNOWN) {
      throw bad(column, "an identifier that has not come before");
    }
    add(column, ids);
    return text(column);
  }

  /** Refuses an identifier that is blank or too long. */
  void checkId(int column) {
    String id = text(column);
    if (id.isBlank() || id.length() > LONGEST_ID) {
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
