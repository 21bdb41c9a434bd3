package watchnext.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * One ingestion under way: its policy, the rows it left out so far, and who hears of its progress.
 * <i>Confined: one thread at a time.</i>
 */
final class Intake {

  private final BadRows policy;
  private final Progress progress;
  private final List<BadRow> first = new ArrayList<>();
  private long total;

  Intake(BadRows policy, Progress progress) {
    this.policy = policy;
    this.progress = progress;
  }

  Progress progress() {
    return progress;
  }

  /** Skips {@code row} or fails because of it. */
  void bad(BadRow row) {
    if (policy == BadRows.FAIL) {
      throw new BadInputException(row);
    }
    total++;
    if (first.size() < SkippedRows.LISTED) {
      first.add(row);
    }
  }

  SkippedRows skipped() {
    return new SkippedRows(total, first);
  }
}
