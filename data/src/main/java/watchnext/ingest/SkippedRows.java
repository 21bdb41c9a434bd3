package watchnext.ingest;

import java.util.List;

/**
 * The bad rows that were left out: all counted, the first {@value #LISTED} listed.
 * <i>Immutable.</i>
 *
 * @param total how many rows were left out
 * @param first the first of them, in the order of reading
 */
public record SkippedRows(long total, List<BadRow> first) {

  /** So many are listed; the others are only counted. */
  public static final int LISTED = 100;

  /** Takes an unmodifiable copy of the list. */
  public SkippedRows {
    first = List.copyOf(first);
  }
}
