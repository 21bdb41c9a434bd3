package watchnext.tensor;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import watchnext.require.Require;

/**
 * The header of a {@link TensorFile}, a JSON object: one member for each array, and {@code
 * __metadata__} for the settings. <i>Immutable by agreement: nobody writes to its arrays.</i>
 */
record TensorHeader(
    @JsonProperty(TensorHeader.METADATA) @JsonSetter(nulls = Nulls.AS_EMPTY)
        Map<String, String> settings,
    @JsonAnyGetter @JsonAnySetter @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, Entry> arrays) {

  private static final String METADATA = "__metadata__";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .changeDefaultNullHandling(nulls -> JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
          .build();

  /**
   * What the header says of one array.
   *
   * @param dtype the name of a {@link DataType}
   * @param shape lengths of the axes
   * @param offsets its first byte and the byte after its last, counted from the end of the header
   */
  record Entry(String dtype, int[] shape, @JsonProperty("data_offsets") long[] offsets) {}

  /** The header of {@code tensors}: wide values first, so that each array begins aligned. */
  static TensorHeader of(Tensors tensors) {
    Require.that(!tensors.all().containsKey(METADATA), "an array must not be called %s", METADATA);
    List<Map.Entry<String, Tensors.Tensor>> wideFirst =
        tensors.all().entrySet().stream()
            .sorted(Comparator.comparing(array -> -DataType.of(array.getValue().values()).width))
            .toList();
    Map<String, Entry> arrays = new LinkedHashMap<>();
    long end = 0;
    for (Map.Entry<String, Tensors.Tensor> array : wideFirst) {
      DataType type = DataType.of(array.getValue().values());
      int[] shape = array.getValue().shape();
      long begin = end;
      end += (long) type.width * Tensors.Tensor.size(shape);
      arrays.put(array.getKey(), new Entry(type.name(), shape, new long[] {begin, end}));
    }
    return new TensorHeader(tensors.settings(), arrays);
  }

  /** The header as JSON. */
  byte[] encode() {
    return JSON.writeValueAsBytes(this);
  }

  /**
   * A header from JSON.
   *
   * @param bytes length of the data after it
   * @throws IllegalArgumentException when it is none, or its arrays are not exactly that data
   */
  static TensorHeader decode(byte[] json, long bytes) {
    Require.that(json[0] == '{', "its header must begin with {, does not");
    try {
      TensorHeader header = JSON.readValue(json, TensorHeader.class);
      header.requireLayout(bytes);
      return header;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("its header cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  /** Arrays follow one another without a gap, and fill the data. */
  private void requireLayout(long bytes) {
    Require.that(
        arrays.values().stream().allMatch(Objects::nonNull), "its arrays must not be null, are");
    List<Map.Entry<String, Entry>> byPlace =
        arrays.entrySet().stream()
            .sorted(
                Map.Entry.comparingByValue(Comparator.comparing(Entry::offsets, Arrays::compare)))
            .toList();
    long end = 0;
    for (Map.Entry<String, Entry> array : byPlace) {
      Entry entry = array.getValue();
      DataType type = DataType.of(array.getKey(), entry.dtype());
      long begin = end;
      end += (long) type.width * Tensors.Tensor.size(entry.shape());
      Require.that(
          Arrays.equals(entry.offsets(), new long[] {begin, end}),
          "array \"%s\" must have data_offsets [%s, %s], has %s",
          array.getKey(),
          begin,
          end,
          Arrays.toString(entry.offsets()));
    }
    Require.that(end == bytes, "its data must have %s bytes, has %s", end, bytes);
  }
}
