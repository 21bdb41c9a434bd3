package watchnext.benchmarks.ablation;

import watchnext.dataset.TemporalSplit;
import watchnext.event.EventLog;

/** The part of the log on whose requests models are judged. <i>Immutable.</i> */
enum Period {
  /** What settings are chosen on; nothing at or after the test cut is looked at. */
  VALIDATION,
  /** What tables are printed of. */
  TEST;

  /** Where it begins and training ends, seconds since 1970. */
  long from(TemporalSplit split) {
    return switch (this) {
      case VALIDATION -> split.validationFrom();
      case TEST -> split.testFrom();
    };
  }

  /** Where it ends, seconds since 1970. */
  long until(TemporalSplit split, EventLog log) {
    return switch (this) {
      case VALIDATION -> split.testFrom();
      case TEST -> log.epochSecond(log.size() - 1) + 1;
    };
  }
}
