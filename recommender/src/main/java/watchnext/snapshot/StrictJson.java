package watchnext.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON of snapshots: reading refuses a record with a missing, null, unknown or duplicate property.
 * <i>Stateless.</i>
 */
final class StrictJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .changeDefaultNullHandling(nulls -> JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
          .build();

  private StrictJson() {}

  /** Writes a value, indented for people. */
  static void write(Path file, Object value) throws IOException {
    Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
  }

  /** Writes values, one a line. */
  static void writeLines(Path file, List<?> values) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (Object value : values) {
        out.append(JSON.writeValueAsString(value)).append('\n');
      }
    }
  }

  /**
   * Reads a value.
   *
   * @throws SnapshotException when the file is anything else than a whole value of {@code type}
   */
  static <T> T read(Path file, Class<T> type) throws IOException {
    return read(String.valueOf(file.getFileName()), Files.readAllBytes(file), type);
  }

  /** Reads values, one a line; as {@link #read}. */
  static <T> List<T> readLines(Path file, Class<T> type) throws IOException {
    List<T> values = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String place = file.getFileName() + ", line " + (values.size() + 1) + ",";
        values.add(read(place, line.getBytes(StandardCharsets.UTF_8), type));
      }
    } catch (CharacterCodingException e) {
      throw new SnapshotException(
          file.getFileName() + " is not UTF-8 after line " + values.size(), e);
    }
    return values;
  }

  private static <T> T read(String place, byte[] json, Class<T> type) {
    try {
      T value = JSON.readValue(json, type);
      if (value == null) {
        throw new SnapshotException(place + " cannot be read: it says null");
      }
      return value;
    } catch (JacksonException e) {
      if (e.getCause() instanceof SnapshotException refused) {
        throw refused;
      }
      throw new SnapshotException(place + " cannot be read: " + e.getOriginalMessage(), e);
    }
  }
}
