package watchnext.evaluation;

import java.util.List;

/**
 * The sources of stage 1 side by side. Made by {@link SourceTally}. <i>Immutable.</i>
 *
 * @param rows one a source, in the order they are asked
 * @param ceiling share of the relevant videos that the union holds: no later stage can find more
 * @param candidates mean number of videos of the union
 * @param jaccard {@code jaccard[a][b]}: mean over requests of |A ∩ B| / |A ∪ B|, requests at which
 *     both brought nothing left out; 1 on the diagonal
 */
public record SourceReport(
    List<SourceRow> rows, Estimate ceiling, double candidates, double[][] jaccard) {

  /** Takes an unmodifiable copy of the rows. */
  public SourceReport {
    rows = List.copyOf(rows);
  }

  /**
   * The row of a source.
   *
   * @throws IllegalArgumentException when there is none
   */
  public SourceRow row(String name) {
    return rows.stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there must be a source " + name));
  }
}
