package watchnext.math;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import watchnext.require.Require;

/**
 * A model as named arrays: what every model can be turned into and made from again, so that one
 * file format serves all of them and no object is ever serialized.
 *
 * <p>Names are unique, order is kept. Getters check kind and shape and say what is wrong, because
 * the arrays may come from a file. <i>Immutable once built; arrays are shared, not copied.</i>
 */
public final class Tensors {

  /**
   * One array.
   *
   * @param values a {@code float[]}, an {@code int[]} or a {@code byte[]}
   * @param shape lengths of the axes; their product is the length of {@code values}
   */
  public record Tensor(Object values, int[] shape) {
    /** Checks that values and shape belong together. */
    public Tensor {
      long product = 1;
      for (int axis : shape) {
        if (axis < 0) {
          throw new IllegalArgumentException(
              "a shape must not be negative, was " + Arrays.toString(shape));
        }
        product = Math.multiplyExact(product, (long) axis);
      }
      Require.that(
          product == length(values),
          "an array of shape %s must hold %s values, had %s",
          Arrays.toString(shape),
          product,
          length(values));
    }

    private static int length(Object values) {
      if (values instanceof float[] floats) {
        return floats.length;
      }
      if (values instanceof int[] ints) {
        return ints.length;
      }
      if (values instanceof byte[] bytes) {
        return bytes.length;
      }
      throw new IllegalArgumentException(
          "values must be float[], int[] or byte[], were " + values.getClass().getSimpleName());
    }
  }

  private final Map<String, Tensor> tensors;
  private final Map<String, String> settings;

  private Tensors(Map<String, Tensor> tensors, Map<String, String> settings) {
    this.tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    this.settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** A fresh builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** All arrays by name, in order. */
  public Map<String, Tensor> all() {
    return tensors;
  }

  /** All settings by name, in order: short texts beside the arrays. */
  public Map<String, String> settings() {
    return settings;
  }

  /**
   * The floats called {@code name}.
   *
   * @param shape the shape that is expected; -1 for an axis of any length
   * @throws IllegalArgumentException when they are missing, of another kind or of another shape
   */
  public float[] floats(String name, int... shape) {
    if (checked(name, shape).values() instanceof float[] floats) {
      return floats;
    }
    throw new IllegalArgumentException("array \"" + name + "\" must hold floats, does not");
  }

  /** The integers called {@code name}; as {@link #floats}. */
  public int[] ints(String name, int... shape) {
    if (checked(name, shape).values() instanceof int[] ints) {
      return ints;
    }
    throw new IllegalArgumentException("array \"" + name + "\" must hold integers, does not");
  }

  /** The bytes called {@code name}; as {@link #floats}. */
  public byte[] bytes(String name, int... shape) {
    if (checked(name, shape).values() instanceof byte[] bytes) {
      return bytes;
    }
    throw new IllegalArgumentException("array \"" + name + "\" must hold bytes, does not");
  }

  /** The matrix called {@code name}, of any shape with two axes. */
  public Matrix matrix(String name) {
    float[] values = floats(name, -1, -1);
    int[] shape = checked(name, -1, -1).shape();
    return new Matrix(shape[0], shape[1], values);
  }

  /**
   * The setting called {@code name}.
   *
   * @throws IllegalArgumentException when it is missing
   */
  public String setting(String name) {
    String value = settings.get(name);
    if (value == null) {
      throw new IllegalArgumentException("setting \"" + name + "\" is missing");
    }
    return value;
  }

  private Tensor checked(String name, int... shape) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("array \"" + name + "\" is missing");
    }
    boolean fits = tensor.shape().length == shape.length;
    for (int i = 0; fits && i < shape.length; i++) {
      fits = shape[i] == -1 || shape[i] == tensor.shape()[i];
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "array \""
              + name
              + "\" must have shape "
              + Arrays.toString(shape).replace("-1", "any")
              + ", has "
              + Arrays.toString(tensor.shape()));
    }
    return tensor;
  }

  /** Collects arrays and settings. <i>Confined: one thread at a time.</i> */
  public static final class Builder {
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();

    /** Adds floats. */
    public Builder put(String name, float[] values, int... shape) {
      return add(name, new Tensor(values, shape));
    }

    /** Adds integers. */
    public Builder put(String name, int[] values, int... shape) {
      return add(name, new Tensor(values, shape));
    }

    /** Adds bytes. */
    public Builder put(String name, byte[] values, int... shape) {
      return add(name, new Tensor(values, shape));
    }

    /** Adds a matrix. */
    public Builder put(String name, Matrix matrix) {
      return put(name, matrix.data(), matrix.rows(), matrix.columns());
    }

    /** Adds a setting. */
    public Builder set(String name, String value) {
      settings.put(name, value);
      return this;
    }

    /** Adds an array of any kind. */
    public Builder put(String name, Tensor tensor) {
      return add(name, tensor);
    }

    private Builder add(String name, Tensor tensor) {
      if (tensors.put(name, tensor) != null) {
        throw new IllegalArgumentException(
            "array names must be unique, \"" + name + "\" came twice");
      }
      return this;
    }

    /** The finished set. */
    public Tensors build() {
      return new Tensors(tensors, settings);
    }
  }
}
