package watchnext.ingest;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the cells of the row in hand from FastCSV, no more than the longest row may have.
 * <i>Confined: one thread at a time.</i>
 */
final class Cells extends AbstractBaseCsvCallbackHandler<Cells> {

  /** The longest row. */
  static final int MOST_CHARACTERS = 1 << 20;

  private final Form form;
  private final List<String> texts = new ArrayList<>();
  private long characters;
  private boolean strayQuote;

  Cells(Form form) {
    this.form = form;
  }

  @Override
  protected void handleBegin(long line) {
    texts.clear();
    characters = 0;
    strayQuote = false;
  }

  @Override
  protected void handleField(int index, char[] source, int offset, int length, boolean quoted) {
    characters += length + 1;
    if (characters <= MOST_CHARACTERS) {
      String text = new String(source, offset, length);
      strayQuote |= form.quoted() && !quoted && text.indexOf('"') >= 0;
      texts.add(form.guarded() ? CellText.unguarded(text) : text);
    }
  }

  @Override
  protected Cells buildRecord() {
    return this;
  }

  /** The text of each cell, in a list that the next row overwrites. */
  List<String> texts() {
    return texts;
  }

  /** The row's first line, counted from where FastCSV began. */
  long line() {
    return getStartingLineNumber();
  }

  /** Refuses a row that is too long, or with quotation marks inside a bare cell. */
  void check() {
    if (characters > MOST_CHARACTERS) {
      throw tooLong();
    }
    if (strayQuote) {
      throw strayQuote();
    }
  }

  static BadCell tooLong() {
    return new BadCell("expected at most " + MOST_CHARACTERS + " characters in a row");
  }

  static BadCell strayQuote() {
    return new BadCell("expected quotation marks only around a cell, and doubled inside it");
  }
}
