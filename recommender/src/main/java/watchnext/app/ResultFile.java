package watchnext.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import watchnext.evaluation.Comparison;
import watchnext.evaluation.Estimate;
import watchnext.snapshot.GateCheck;

/**
 * A table for programs: what {@code --json FILE} writes beside what people see.
 *
 * @param command the verb with its arguments
 * @param commit version of the code
 * @param machine what it ran on
 * @param seed seed of everything random
 * @param protocol how the figures were made, in words; empty where it goes without saying
 * @param gate what was checked before publication, each rule with what was found; left out where no
 *     models were made
 * @param rows the table
 * @param comparisons paired differences of rows; left out where there are none
 */
record ResultFile(
    String command,
    String commit,
    String machine,
    long seed,
    String protocol,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<GateCheck> gate,
    List<Row> rows,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Comparison> comparisons) {

  /** Metrics stand in the order of their names, so that the same run gives the same bytes. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .addModule(new SimpleModule().addSerializer(Estimate.class, new EstimateSerializer()))
          .build();

  /**
   * One row.
   *
   * @param name what was measured
   * @param source "ours" or "published"
   * @param metrics figures by name, with their interval; those that are not finite are left out
   * @param millisPerRequest mean wall time of a request, 0 where there is none
   */
  record Row(String name, String source, Map<String, Estimate> metrics, double millisPerRequest) {

    /** Leaves out what is not a number: JSON has no word for it. */
    Row {
      Map<String, Estimate> numbers = new LinkedHashMap<>(metrics);
      numbers.values().removeIf(estimate -> !Double.isFinite(estimate.value()));
      metrics = Collections.unmodifiableMap(numbers);
      millisPerRequest = Double.isFinite(millisPerRequest) ? millisPerRequest : 0;
    }

    static Row ours(String name, Map<String, Estimate> metrics, double millisPerRequest) {
      return new Row(name, "ours", metrics, millisPerRequest);
    }
  }

  /** A number with its interval, which is left out where there is none. */
  private static final class EstimateSerializer extends ValueSerializer<Estimate> {
    @Override
    public void serialize(Estimate estimate, JsonGenerator json, SerializationContext context) {
      json.writeStartObject();
      json.writeNumberProperty("value", estimate.value());
      if (estimate.hasInterval()) {
        json.writeNumberProperty("low", estimate.low());
        json.writeNumberProperty("high", estimate.high());
      }
      json.writeEndObject();
    }
  }

  /** Writes the table to {@code file}, whole or not at all. */
  void write(Path file) throws IOException {
    WholeFile.write(file, JSON.writeValueAsString(this));
  }
}
