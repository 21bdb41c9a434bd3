/**
 * Public data sets and anybody's own files become a catalog and events, one class a format. Read
 * {@link watchnext.ingest.CsvFiles} first, then {@link watchnext.ingest.MovieLens}; what keeps a
 * damaged file from becoming damaged data stands in {@code RowReader}, {@code Table} and {@code
 * Row}.
 */
@NullMarked
package watchnext.ingest;

import org.jspecify.annotations.NullMarked;
