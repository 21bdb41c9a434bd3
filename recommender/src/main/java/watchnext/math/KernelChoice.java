package watchnext.math;

import java.lang.reflect.InvocationTargetException;

/** Picks the fastest {@link Kernels} that this JVM can load. <i>Stateless.</i> */
final class KernelChoice {

  private static final String VECTOR_KERNELS = "watchnext.math.simd.VectorKernels";

  private KernelChoice() {}

  static Kernels best() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return new ScalarKernels();
    }
    try {
      Object kernels = Class.forName(VECTOR_KERNELS).getDeclaredConstructor().newInstance();
      return (Kernels) kernels;
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException(VECTOR_KERNELS + " must be loadable, was not", e);
    }
  }
}
