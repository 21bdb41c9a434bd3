package watchnext.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import watchnext.catalog.Video;
import watchnext.result.Field;
import watchnext.result.Section;
import watchnext.result.Table;
import watchnext.retrieval.RetrievalStage.Source;
import watchnext.serving.LiveServing;
import watchnext.serving.LiveView;
import watchnext.serving.UploadCheck;
import watchnext.study.PageTables;
import watchnext.task.Asked;
import watchnext.task.RankedList;
import watchnext.task.Request;
import watchnext.task.Slate;

/**
 * Where uploads stand in the answer to one request: their place in the list of each source, and on
 * the page. Lists are asked for again, which gives what the request was given. <i>Immutable.</i>
 *
 * @param rows one an upload
 */
record Uploads(List<Row> rows) {

  private static final int NOWHERE = 0;

  /**
   * One upload.
   *
   * @param places by source, from 1; sources that did not find it are left out
   * @param page its place on the page from 1, or 0
   * @param isThere whether it is uploaded at the time of the request
   */
  record Row(Video video, Map<String, Integer> places, int page, boolean isThere) {}

  /** Takes an unmodifiable copy. */
  Uploads {
    rows = List.copyOf(rows);
  }

  /** Adds {@code videos} one after the other; what was found out, in sentences. */
  static List<String> add(LiveServing serving, List<Video> videos) {
    if (videos.isEmpty()) {
      return List.of();
    }
    double[] millis = new double[videos.size()];
    for (int i = 0; i < millis.length; i++) {
      long start = System.nanoTime();
      serving.add(videos.get(i));
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    double[] sorted =
        IntStream.range(0, millis.length).mapToDouble(i -> millis[i]).sorted().toArray();
    List<String> notes = new ArrayList<>();
    notes.add(
        String.format(
            Locale.ROOT,
            "uploads: %d added to the snapshot, median %.3f ms each, the first %.3f ms",
            millis.length,
            sorted[sorted.length / 2],
            millis[0]));
    notes.addAll(UploadCheck.of(serving.view()));
    return notes;
  }

  /** The uploads of {@code view} in the answer {@code slate} to {@code request}. */
  static Uploads of(LiveView view, Request request, Slate slate) {
    Map<String, RankedList> lists = lists(view, request);
    List<Row> rows = new ArrayList<>();
    for (Video video : view.uploads()) {
      int ordinal = view.catalog().videoVocabulary().ordinal(video.id());
      Map<String, Integer> places = new LinkedHashMap<>();
      lists.forEach(
          (source, list) -> {
            int place = place(list, ordinal);
            if (place != NOWHERE) {
              places.put(source, place);
            }
          });
      boolean isThere = video.isAvailableAt(request.context().epochSecond());
      rows.add(new Row(video, places, page(slate, video.id()), isThere));
    }
    return new Uploads(rows);
  }

  private static Map<String, RankedList> lists(LiveView view, Request request) {
    Asked asked = Asked.of(request, view.state());
    Map<String, RankedList> lists = new LinkedHashMap<>();
    if (asked.isKnown() && !view.uploads().isEmpty()) {
      for (Source source : view.stages().retrieval().sources()) {
        lists.put(
            source.retriever().name(), source.retriever().retrieve(asked, source.quota()).list());
      }
    }
    return lists;
  }

  private static int place(RankedList list, int video) {
    int[] videos = list.videos();
    for (int i = 0; i < videos.length; i++) {
      if (videos[i] == video) {
        return i + 1;
      }
    }
    return NOWHERE;
  }

  private static int page(Slate slate, String id) {
    return slate.items().stream()
        .filter(item -> item.videoId().equals(id))
        .mapToInt(item -> item.position() + 1)
        .findFirst()
        .orElse(NOWHERE);
  }

  /** One row an upload; nothing where there are none. */
  List<Section> sections() {
    if (rows.isEmpty()) {
      return List.of();
    }
    return List.of(
        Section.of(
            Table.of(
                "uploads",
                "Uploads",
                "",
                rows,
                Field.text("id", row -> row.video().id()),
                Field.text("upload", row -> PageTables.name(row.video())),
                Field.text("tags", row -> PageTables.tags(row.video())),
                Field.text("place in the list of each source", Uploads::places),
                Field.number("place on the page", 0, Uploads::place))));
  }

  private static String places(Row row) {
    if (!row.isThere()) {
      return "not yet uploaded";
    }
    String found =
        row.places().entrySet().stream()
            .map(place -> place.getKey() + " " + place.getValue())
            .collect(Collectors.joining(", "));
    return found.isEmpty() ? "no candidate" : found;
  }

  private static double place(Row row) {
    return row.page() == NOWHERE ? Double.NaN : row.page();
  }
}
