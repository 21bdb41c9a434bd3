/** The baseline every other model must beat. */
@NullMarked
package watchnext.model.popularity;

import org.jspecify.annotations.NullMarked;
