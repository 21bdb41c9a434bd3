/**
 * The baseline every other model must beat. Read {@link watchnext.model.popularity.Popularity}
 * first.
 */
@NullMarked
package watchnext.model.popularity;

import org.jspecify.annotations.NullMarked;
