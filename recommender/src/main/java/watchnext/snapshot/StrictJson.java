package watchnext.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON of snapshots: reading refuses a record with a missing, null, unknown or duplicate property.
 * <i>Stateless.</i>
 */
final class StrictJson {

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .changeDefaultNullHandling(nulls -> JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
          .build();
  private static final JsonMapper INDENTED =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private StrictJson() {}

  /** One line. */
  static byte[] line(Object value) {
    return STRICT.writeValueAsBytes(value);
  }

  /** Many lines, for people. */
  static byte[] indented(Object value) {
    return INDENTED.writeValueAsBytes(value);
  }

  /**
   * A value read back.
   *
   * @param what how the sentence calls it when it is refused
   * @throws SnapshotException when it is anything else than a whole value of {@code type}
   */
  static <T> T read(String what, byte[] json, Class<T> type) {
    try {
      T value = STRICT.readValue(json, type);
      if (value == null) {
        throw new SnapshotException(what + " cannot be read: it says null");
      }
      return value;
    } catch (JacksonException e) {
      if (e.getCause() instanceof SnapshotException refused) {
        throw refused;
      }
      throw new SnapshotException(what + " cannot be read: " + e.getOriginalMessage(), e);
    }
  }
}
