/**
 * Matrices, kernels, top-k, parallel loops: the arithmetic under the models and the index. Read
 * {@link watchnext.math.Matrix} first, then {@link watchnext.math.Kernels}.
 */
@NullMarked
package watchnext.math;

import org.jspecify.annotations.NullMarked;
