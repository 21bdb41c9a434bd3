/**
 * Named arrays, which every model can be turned into and made from, and their file. Read {@link
 * watchnext.tensor.Tensors} first.
 */
@NullMarked
package watchnext.tensor;

import org.jspecify.annotations.NullMarked;
