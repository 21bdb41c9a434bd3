package watchnext.ingest;

import watchnext.event.Recording;

/**
 * What came of reading a folder. <i>Immutable.</i>
 *
 * @param recording the data
 * @param skipped the rows that were left out of it; none under {@link BadRows#FAIL}
 */
public record Ingested(Recording recording, SkippedRows skipped) {}
