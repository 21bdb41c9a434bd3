/**
 * Vectors to nearest ordinals: exact search and graphs. An index knows no videos. Read {@link
 * watchnext.index.VectorIndex} first.
 */
@NullMarked
package watchnext.index;

import org.jspecify.annotations.NullMarked;
