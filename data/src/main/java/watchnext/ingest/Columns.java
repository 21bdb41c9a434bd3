package watchnext.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The columns a file may have, in a fixed order by which {@link Row} is asked: first those it must
 * have, then those it may have. <i>Immutable.</i>
 *
 * @param names all names
 * @param required how many of them must be there
 */
record Columns(List<String> names, int required) {

  Columns {
    names = List.copyOf(names);
  }

  /** Columns that all must be there. */
  static Columns of(String... names) {
    return new Columns(List.of(names), names.length);
  }

  /** These and more that may be missing. */
  Columns optional(String... more) {
    List<String> all = new ArrayList<>(names);
    all.addAll(List.of(more));
    return new Columns(all, required);
  }

  /** These and more that must be there too. */
  Columns and(String... more) {
    Columns all = optional(more);
    return new Columns(all.names, all.names.size());
  }

  /** For each known column its place in a file without a header: the known order. */
  int[] inOrder() {
    int[] places = new int[names.size()];
    Arrays.setAll(places, i -> i);
    return places;
  }

  /**
   * For each known column its place under {@code header}, -1 where it is not.
   *
   * @throws BadCell when the header has an unknown column, one twice, or lacks one
   */
  int[] placesIn(List<String> header) {
    int[] places = new int[names.size()];
    Arrays.fill(places, -1);
    for (int i = 0; i < header.size(); i++) {
      int known = names.indexOf(header.get(i));
      if (known < 0) {
        throw new BadCell("unknown column " + CellText.shown(header.get(i)) + "; " + listed());
      }
      if (places[known] >= 0) {
        throw new BadCell("column \"" + names.get(known) + "\" comes twice; " + listed());
      }
      places[known] = i;
    }
    for (int known = 0; known < required; known++) {
      if (places[known] < 0) {
        throw new BadCell("expected a column \"" + names.get(known) + "\"; " + listed());
      }
    }
    return places;
  }

  private String listed() {
    return "the columns are " + String.join(", ", names);
  }
}
