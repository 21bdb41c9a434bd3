package watchnext.ingest;

import java.util.List;
import watchnext.event.Recording;

/**
 * What came of reading a folder. <i>Immutable.</i>
 *
 * @param recording the data
 * @param skipped the rows that were left out of it; none under {@link BadRows#FAIL}
 * @param notes what else was left out, merged or decided, a sentence each
 */
public record Ingested(Recording recording, SkippedRows skipped, List<String> notes) {

  /** Takes an unmodifiable copy of the notes. */
  public Ingested {
    notes = List.copyOf(notes);
  }

  /** With nothing to note. */
  public Ingested(Recording recording, SkippedRows skipped) {
    this(recording, skipped, List.of());
  }
}
