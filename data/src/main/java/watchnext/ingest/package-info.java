/** Public data sets and anybody's own files become a catalog and events, one class a format. */
@NullMarked
package watchnext.ingest;

import org.jspecify.annotations.NullMarked;
