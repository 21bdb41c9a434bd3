package watchnext.study;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import watchnext.event.EventKind;
import watchnext.event.EventLog;
import watchnext.event.Recording;
import watchnext.measure.Gini;
import watchnext.result.Cell;
import watchnext.result.Table;

/** The figures one looks at first in a data set. <i>Confined: one thread.</i> */
public final class DataTable {

  private final Map<String, Cell> figures = new LinkedHashMap<>();

  private DataTable() {}

  /** Counts, times, concentration and sparsity of {@code recording}. */
  public static Table of(Recording recording) {
    DataTable description = new DataTable();
    EventLog log = recording.events();
    Map<EventKind, Integer> kinds = new EnumMap<>(EventKind.class);
    int[] perUser = new int[recording.catalog().users().size()];
    int[] perVideo = new int[recording.catalog().videos().size()];
    int good = 0;
    for (int i = 0; i < log.size(); i++) {
      kinds.merge(log.kind(i), 1, Integer::sum);
      perUser[log.user(i)]++;
      if (log.isGood(i)) {
        good++;
        perVideo[log.video(i)]++;
      }
    }
    description.add("users", perUser.length);
    description.add("videos", perVideo.length);
    description.add("events", log.size());
    kinds.forEach(
        (kind, count) ->
            description.add(kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), count));
    description.add("good watches", good);
    description.addRate("clicks per impression", kinds, EventKind.CLICK, EventKind.IMPRESSION);
    description.addRate("likes per watch", kinds, EventKind.LIKE, EventKind.WATCH);
    description.add("events per user, median", median(perUser));
    description.add("videos never watched well", count(perVideo, 0));
    description.add("videos watched well once", count(perVideo, 1));
    description.add("good watches of the top 1 % of videos, share", topShare(perVideo));
    description.add("good watches, Gini over videos", Gini.of(perVideo));
    if (log.size() > 0) {
      description.text("first event", Instant.ofEpochSecond(log.epochSecond(0)).toString());
      description.text(
          "last event", Instant.ofEpochSecond(log.epochSecond(log.size() - 1)).toString());
    }
    description.text("users come", recording.rhythm().name().toLowerCase(Locale.ROOT));
    return Table.figures("figures", "", description.figures);
  }

  private void addRate(
      String name, Map<EventKind, Integer> kinds, EventKind part, EventKind whole) {
    int all = kinds.getOrDefault(whole, 0);
    if (all > 0) {
      add(name, (double) kinds.getOrDefault(part, 0) / all);
    }
  }

  private void add(String name, double value) {
    figures.put(name, Cell.of(value));
  }

  private void text(String name, String value) {
    figures.put(name, Cell.of(value));
  }

  private static double median(int[] values) {
    int[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private static double count(int[] values, int wanted) {
    return Arrays.stream(values).filter(value -> value == wanted).count();
  }

  private static double topShare(int[] values) {
    int[] sorted = values.clone();
    Arrays.sort(sorted);
    long all = Arrays.stream(sorted).asLongStream().sum();
    int top = Math.max(1, sorted.length / 100);
    long share = 0;
    for (int i = sorted.length - 1; i >= Math.max(0, sorted.length - top); i--) {
      share += sorted[i];
    }
    return all == 0 ? 0 : (double) share / all;
  }
}
