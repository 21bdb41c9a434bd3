package watchnext.tensor;

import java.lang.reflect.Array;
import java.util.Arrays;

/** What an array holds, by its name in a {@link TensorFile}. <i>Immutable.</i> */
enum DataType {
  /** float32. */
  F32(Float.BYTES, float.class),
  /** int32. */
  I32(Integer.BYTES, int.class),
  /** int8. */
  I8(Byte.BYTES, byte.class);

  /** Bytes of a value. */
  final int width;

  private final Class<?> component;

  DataType(int width, Class<?> component) {
    this.width = width;
    this.component = component;
  }

  /**
   * The type of an array.
   *
   * @throws IllegalArgumentException for an array of another type, and for anything else
   */
  static DataType of(Object values) {
    for (DataType type : values()) {
      if (type.component == values.getClass().getComponentType()) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "values must be float[], int[] or byte[], were " + values.getClass().getSimpleName());
  }

  /**
   * The type of a name.
   *
   * @throws IllegalArgumentException for the types that models here do not use
   */
  static DataType of(String array, String name) {
    for (DataType type : values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "array \"%s\" must have a dtype of %s, has %s"
            .formatted(array, Arrays.toString(values()), name));
  }

  /** An array of zeros. */
  Object zeros(int length) {
    return Array.newInstance(component, length);
  }
}
