package watchnext.tensor;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import watchnext.math.Matrix;
import watchnext.require.Require;

/**
 * A model as named arrays: what every model can be turned into and made from again, so that one
 * file format serves all of them and no object is ever serialized.
 *
 * <p>Names are unique, order is kept. Getters check kind and shape and say what is wrong, because
 * the arrays may come from a file. <i>Immutable once built; arrays are shared, not copied.</i>
 */
public final class Tensors {

  /** Most values of an array in Java. */
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  /**
   * One array.
   *
   * @param values a {@code float[]}, an {@code int[]} or a {@code byte[]}
   * @param shape lengths of the axes; their product is the length of {@code values}
   */
  public record Tensor(Object values, int[] shape) {
    /** Checks that values and shape belong together. */
    public Tensor {
      DataType.of(values);
      int size = size(shape);
      Require.that(
          size == Array.getLength(values),
          "an array of shape %s must hold %s values, had %s",
          Arrays.toString(shape),
          size,
          Array.getLength(values));
    }

    /** How many values an array of {@code shape} holds. */
    static int size(int[] shape) {
      long size = 1;
      for (int axis : shape) {
        Require.that(
            axis >= 0 && (axis == 0 || size <= LONGEST / axis),
            "a shape must have axes of 0 or more and at most %s values, was %s",
            LONGEST,
            Arrays.toString(shape));
        size *= axis;
      }
      return (int) size;
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
    return values(float[].class, "floats", name, shape);
  }

  /** The integers called {@code name}; as {@link #floats}. */
  public int[] ints(String name, int... shape) {
    return values(int[].class, "integers", name, shape);
  }

  /** The bytes called {@code name}; as {@link #floats}. */
  public byte[] bytes(String name, int... shape) {
    return values(byte[].class, "bytes", name, shape);
  }

  /** The matrix called {@code name}, of any shape with two axes. */
  public Matrix matrix(String name) {
    float[] values = floats(name, -1, -1);
    int[] shape = tensor(name).shape();
    return new Matrix(shape[0], shape[1], values);
  }

  /**
   * The setting called {@code name}.
   *
   * @throws IllegalArgumentException when it is missing
   */
  public String setting(String name) {
    return present(settings, "setting", name);
  }

  /** The array called {@code name}; as {@link #floats}, of any kind and shape. */
  Tensor tensor(String name) {
    return present(tensors, "array", name);
  }

  private static <T> T present(Map<String, T> named, String what, String name) {
    T value = named.get(name);
    if (value == null) {
      throw new IllegalArgumentException(what + " \"" + name + "\" is missing");
    }
    return value;
  }

  private <T> T values(Class<T> kind, String kindName, String name, int... shape) {
    Tensor tensor = tensor(name);
    boolean fits = tensor.shape().length == shape.length;
    for (int i = 0; fits && i < shape.length; i++) {
      fits = shape[i] == -1 || shape[i] == tensor.shape()[i];
    }
    Require.that(
        fits,
        "array \"%s\" must have shape %s, has %s",
        name,
        Arrays.toString(shape).replace("-1", "any"),
        Arrays.toString(tensor.shape()));
    Require.that(
        kind.isInstance(tensor.values()), "array \"%s\" must hold %s, does not", name, kindName);
    return kind.cast(tensor.values());
  }

  /** Collects arrays and settings. <i>Confined: one thread at a time.</i> */
  public static final class Builder {
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();

    /** Adds floats. */
    public Builder put(String name, float[] values, int... shape) {
      return put(name, new Tensor(values, shape));
    }

    /** Adds integers. */
    public Builder put(String name, int[] values, int... shape) {
      return put(name, new Tensor(values, shape));
    }

    /** Adds bytes. */
    public Builder put(String name, byte[] values, int... shape) {
      return put(name, new Tensor(values, shape));
    }

    /** Adds a matrix. */
    public Builder put(String name, Matrix matrix) {
      return put(name, matrix.data(), matrix.rows(), matrix.columns());
    }

    /** Adds an array of any kind. */
    public Builder put(String name, Tensor tensor) {
      Require.that(
          tensors.put(name, tensor) == null, "array names must be unique, \"%s\" came twice", name);
      return this;
    }

    /** Adds a setting. */
    public Builder set(String name, String value) {
      settings.put(name, value);
      return this;
    }

    /** The finished set. */
    public Tensors build() {
      return new Tensors(tensors, settings);
    }
  }
}
