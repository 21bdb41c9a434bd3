/**
 * What can be recommended, and to whom: videos, users, and the dense numbering of both. Read {@link
 * watchnext.catalog.Video} first, then {@link watchnext.catalog.Vocabulary}.
 */
@NullMarked
package watchnext.catalog;

import org.jspecify.annotations.NullMarked;
