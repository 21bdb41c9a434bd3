package watchnext.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import watchnext.catalog.Video;
import watchnext.evaluation.Estimate;
import watchnext.retrieval.RetrievalStage.Source;
import watchnext.serving.LiveServing;
import watchnext.serving.LiveView;
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
record ShownUploads(List<Row> rows) {

  private static final List<String> HEADER =
      List.of("upload", "tags", "place in the list of each source", "place on the page");

  private static final int LONGEST_TABLE = 20;
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
  ShownUploads {
    rows = List.copyOf(rows);
  }

  /** Adds {@code videos} one after the other and says how long it took. */
  static void add(LiveServing serving, List<Video> videos, Terminal terminal) {
    if (videos.isEmpty()) {
      return;
    }
    double[] millis = new double[videos.size()];
    for (int i = 0; i < millis.length; i++) {
      long start = System.nanoTime();
      serving.add(videos.get(i));
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    double[] sorted =
        IntStream.range(0, millis.length).mapToDouble(i -> millis[i]).sorted().toArray();
    terminal.print(
        String.format(
            Locale.ROOT,
            "uploads: %d added to the snapshot, median %.3f ms each, the first %.3f ms",
            millis.length,
            sorted[sorted.length / 2],
            millis[0]));
  }

  /** The uploads of {@code view} in the answer {@code slate} to {@code request}. */
  static ShownUploads of(LiveView view, Request request, Slate slate) {
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
    return new ShownUploads(rows);
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

  void print(Terminal terminal) {
    if (rows.isEmpty()) {
      return;
    }
    terminal.print("");
    terminal.table(HEADER, rows.stream().limit(LONGEST_TABLE).map(ShownUploads::cells).toList());
    if (rows.size() > LONGEST_TABLE) {
      terminal.print("  and " + (rows.size() - LONGEST_TABLE) + " more");
    }
  }

  private static List<String> cells(Row row) {
    List<String> found = new ArrayList<>();
    row.places().forEach((source, place) -> found.add(source + " " + place));
    String where = found.isEmpty() ? "no candidate" : String.join(", ", found);
    return List.of(
        row.video().title().isEmpty() ? row.video().id() : row.video().title(),
        String.join(", ", row.video().tags()),
        row.isThere() ? where : "not yet uploaded",
        row.page() == NOWHERE ? "-" : Integer.toString(row.page()));
  }

  /** For programs: 0 means that it is not there. */
  List<ResultFile.Row> results() {
    return rows.stream()
        .map(
            row -> {
              Map<String, Estimate> metrics = new LinkedHashMap<>();
              metrics.put("page", Estimate.of(row.page()));
              row.places().forEach((s, place) -> metrics.put("place." + s, Estimate.of(place)));
              return ResultFile.Row.ours("upload " + row.video().id(), metrics, 0);
            })
        .toList();
  }
}
