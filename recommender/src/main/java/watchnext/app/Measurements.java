package watchnext.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import watchnext.evaluation.Estimate;

/**
 * A table of figures that a verb of another module measured, printed and kept as all tables are.
 * <i>Confined: one thread at a time.</i>
 */
public final class Measurements {

  private final String command;
  private final List<ResultFile.Row> rows = new ArrayList<>();

  /** An empty table of {@code command}. */
  public Measurements(String command) {
    this.command = command;
  }

  /** Adds a row of our own. */
  public void add(String name, Map<String, Estimate> metrics) {
    rows.add(ResultFile.Row.ours(name, metrics, 0));
  }

  /** Adds a row from a paper. */
  public void addPublished(String name, Map<String, Estimate> metrics) {
    rows.add(new ResultFile.Row(name, "published", metrics, 0));
  }

  /** Prints name and the given metrics of every row. */
  public void print(List<String> metrics) {
    print("", metrics);
  }

  /** The same of metrics whose names begin with {@code prefix}, which the header leaves out. */
  public void print(String prefix, List<String> metrics) {
    List<String> header = new ArrayList<>(List.of("name"));
    header.addAll(metrics);
    List<List<String>> lines = new ArrayList<>();
    for (ResultFile.Row row : rows) {
      List<String> line = new ArrayList<>(List.of(row.name()));
      for (String metric : metrics) {
        line.add(cell(row.metrics().get(prefix + metric)));
      }
      lines.add(line);
    }
    new Terminal().table(header, lines);
  }

  private static String cell(@Nullable Estimate estimate) {
    if (estimate == null) {
      return "";
    }
    double half = (estimate.high() - estimate.low()) / 2;
    return estimate.hasInterval()
        ? String.format(Locale.ROOT, "%.4g ± %.2g", estimate.value(), half)
        : String.format(Locale.ROOT, "%.4g", estimate.value());
  }

  /** Writes the table to {@code file} as JSON. */
  public void write(Path file) throws IOException {
    new ResultFile(command, Machine.commit(), Machine.describe(), 0, "", List.of(), rows, List.of())
        .write(file);
  }
}
