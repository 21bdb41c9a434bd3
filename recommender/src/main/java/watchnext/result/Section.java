package watchnext.result;

import java.util.List;

/**
 * Tables and charts under one heading. <i>Immutable.</i>
 *
 * @param title heading; empty for none
 * @param note a paragraph below the heading; empty for none
 */
public record Section(String title, String note, List<Table> tables, List<Chart> charts) {

  /** Takes unmodifiable copies. */
  public Section {
    tables = List.copyOf(tables);
    charts = List.copyOf(charts);
  }

  /** One table, whose title is heading enough. */
  public static Section of(Table table) {
    return new Section("", "", List.of(table), List.of());
  }
}
