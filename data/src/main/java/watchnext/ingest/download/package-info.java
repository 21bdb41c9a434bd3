/**
 * Public data sets are fetched, checked, unpacked and put in their place, whole or not at all. Read
 * {@link watchnext.ingest.download.Downloader} first.
 */
@NullMarked
package watchnext.ingest.download;

import org.jspecify.annotations.NullMarked;
