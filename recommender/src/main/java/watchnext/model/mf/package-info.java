/** Matrix factorization for implicit feedback. */
@NullMarked
package watchnext.model.mf;

import org.jspecify.annotations.NullMarked;
