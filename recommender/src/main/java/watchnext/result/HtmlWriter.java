package watchnext.result;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a result as one HTML file that needs nothing else: script, style and data are all inside.
 * <i>Stateless.</i>
 */
public final class HtmlWriter {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private HtmlWriter() {}

  /** What the script of the page reads. */
  private record Page(String title, List<String> lines, List<Part> sections) {}

  /** A section. */
  private record Part(String title, String note, List<Grid> tables, List<Chart> charts) {}

  /** A table in words; {@code text} numbers the columns of words. */
  private record Grid(
      String title,
      String note,
      List<String> header,
      List<List<String>> rows,
      List<Integer> text) {}

  /** The whole page. */
  public static String text(Result result) {
    String data = JSON.writeValueAsString(page(result)).replace("<", "\\u003c");
    return resource("report.html")
        .replace("/*ECHARTS*/", resource("echarts.min.js"))
        .replace("/*DATA*/", data);
  }

  private static Page page(Result result) {
    Run run = result.run();
    List<String> lines = new ArrayList<>();
    lines.add("watchnext " + run.command());
    lines.add("Commit " + run.commit() + ", seed " + run.seed() + ", " + run.machine() + ".");
    if (!run.protocol().isEmpty()) {
      lines.add(run.protocol());
    }
    lines.addAll(result.notes());
    return new Page(
        result.title(), lines, result.sections().stream().map(HtmlWriter::part).toList());
  }

  private static Part part(Section section) {
    List<Grid> tables = section.tables().stream().map(Table::shown).map(HtmlWriter::grid).toList();
    return new Part(section.title(), section.note(), tables, section.charts());
  }

  private static Grid grid(Table table) {
    List<Column> columns = table.columns();
    return new Grid(
        table.title(),
        table.note(),
        columns.stream().map(Column::header).toList(),
        table.rows().stream().map(row -> cells(row, columns)).toList(),
        IntStream.range(0, columns.size())
            .filter(c -> columns.get(c).kind() == Column.Kind.TEXT)
            .boxed()
            .toList());
  }

  private static List<String> cells(List<Cell> row, List<Column> columns) {
    return IntStream.range(0, row.size())
        .mapToObj(c -> row.get(c).text(columns.get(c), IntervalStyle.ENDS))
        .toList();
  }

  private static String resource(String name) {
    try (InputStream in = HtmlWriter.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " must be in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
