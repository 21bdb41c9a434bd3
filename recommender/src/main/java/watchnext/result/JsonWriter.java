package watchnext.result;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import watchnext.evaluation.Estimate;

/**
 * Writes a result as JSON for programs (docs/results-format.md): each table by its key, an array of
 * one object a row. Numbers are in full; what is missing is left out. <i>Stateless.</i>
 */
public final class JsonWriter {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private JsonWriter() {}

  /** The whole file. The same result gives the same text. */
  public static String text(Result result) {
    ObjectNode file = JSON.createObjectNode();
    Run run = result.run();
    file.put("title", result.title());
    file.put("command", run.command());
    file.put("commit", run.commit());
    file.put("machine", run.machine());
    file.put("seed", run.seed());
    file.put("protocol", run.protocol());
    ArrayNode notes = file.putArray("notes");
    result.notes().forEach(notes::add);
    ObjectNode tables = file.putObject("tables");
    for (Section section : result.sections()) {
      for (Table table : section.tables()) {
        rows(table, tables.putArray(table.key()));
      }
    }
    return JSON.writeValueAsString(file) + "\n";
  }

  private static void rows(Table table, ArrayNode array) {
    for (var row : table.rows()) {
      ObjectNode object = array.addObject();
      for (int c = 0; c < row.size(); c++) {
        put(object, table.columns().get(c).header(), row.get(c));
      }
    }
  }

  private static void put(ObjectNode row, String header, Cell cell) {
    if (cell instanceof Cell.Text words) {
      row.put(header, words.text());
    } else if (cell instanceof Cell.Figure number) {
      number(row, header, number.value());
    } else if (cell instanceof Cell.Estimated estimated) {
      ObjectNode object = row.putObject(header);
      Estimate estimate = estimated.estimate();
      number(object, "value", estimate.value());
      if (estimate.hasInterval()) {
        number(object, "low", estimate.low());
        number(object, "high", estimate.high());
      }
    }
  }

  /** Whole numbers without a point; an end that is not finite is left out, as JSON has no word. */
  private static void number(ObjectNode object, String name, double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
      object.put(name, (long) value);
    } else if (Double.isFinite(value)) {
      object.put(name, value);
    }
  }
}
