package watchnext.dataset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import watchnext.event.EventLog;
import watchnext.event.Recording;

/**
 * What looks wrong in a data set though each of its rows can be read. Runs once whenever data are
 * read. Cost: one pass over the log. <i>Stateless.</i>
 */
public final class DataQuality {

  private static final long DAY = 86_400;

  /** Above this share of the events, the times of uploads are doubtful. */
  private static final double MOST_BEFORE_UPLOAD = 0.05;

  private DataQuality() {}

  /** A sentence for each finding, none when all looks well. */
  public static List<String> findings(Recording recording) {
    EventLog log = recording.events();
    if (log.size() == 0) {
      return List.of("there are no events");
    }
    List<String> findings = new ArrayList<>();
    LogSpan span = LogSpan.of(log);
    if (span.straysBefore() > 0) {
      findings.add(strays(span.straysBefore(), span.secondsBefore(), "before", log.epochSecond(0)));
    }
    if (span.straysAfter() > 0) {
      long last = log.epochSecond(log.size() - 1);
      findings.add(strays(span.straysAfter(), span.secondsAfter(), "after", last));
    }
    if (log.size() > 1 && span.firstSecond() == span.lastSecond()) {
      findings.add("all events are of one second, " + Instant.ofEpochSecond(span.firstSecond()));
    }
    int early = eventsBeforeUpload(recording);
    if (early > log.size() * MOST_BEFORE_UPLOAD) {
      findings.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d events are of videos uploaded later: are the times of uploads right?",
              early,
              log.size()));
    }
    return findings;
  }

  private static String strays(int count, long seconds, String side, long farthest) {
    return String.format(
        Locale.ROOT,
        "%,d %s %,d %s %s the rest, the farthest at %s: periods are cut without %s",
        count,
        count == 1 ? "event lies" : "events lie",
        seconds / DAY,
        seconds / DAY == 1 ? "day" : "days",
        side,
        Instant.ofEpochSecond(farthest),
        count == 1 ? "it" : "them");
  }

  private static int eventsBeforeUpload(Recording recording) {
    EventLog log = recording.events();
    int early = 0;
    for (int i = 0; i < log.size(); i++) {
      early += log.catalog().video(log.video(i)).isAvailableAt(log.epochSecond(i)) ? 0 : 1;
    }
    return early;
  }
}
