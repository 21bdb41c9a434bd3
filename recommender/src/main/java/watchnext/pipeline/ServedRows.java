package watchnext.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import watchnext.catalog.Catalog;
import watchnext.dataset.LabelledRequest;
import watchnext.dataset.LabelledRequests;
import watchnext.event.Recording;
import watchnext.funnel.ServedPage;
import watchnext.model.ranker.RankerRows;
import watchnext.model.ranker.RankerRowsBuilder;
import watchnext.task.Slate;

/**
 * The training set of the rankers from what was served: the feature values are those that the
 * ranker saw, the labels those of the event log, joined as for a replay ({@link LabelledRequests}).
 * A page belongs to the events of its user that carry its request id. Videos that stood on the page
 * without a row, and pages of which the log shows nothing, are left out. <i>Stateless.</i>
 */
public final class ServedRows {

  private ServedRows() {}

  private record Key(int user, String requestId) {}

  /**
   * One group for each page of {@code [from, until)} whose labels are mature, in order of time.
   *
   * @param featureNames the features wanted, in order
   * @param served pages as they were served, in any order
   * @param recording what users did; nothing at or after {@code until} is looked at
   * @param from seconds since 1970
   * @param until seconds since 1970
   * @throws IllegalArgumentException when a page has rows of other features
   */
  public static RankerRows join(
      List<String> featureNames,
      List<ServedPage> served,
      Recording recording,
      long from,
      long until) {
    Catalog catalog = recording.catalog();
    Map<Key, ServedPage> byRequest = new HashMap<>();
    for (ServedPage page : served) {
      requireFeatures(featureNames, page);
      int user = catalog.userVocabulary().find(page.slate().userId());
      byRequest.put(new Key(user, page.requestId()), page);
    }
    RankerRowsBuilder rows = new RankerRowsBuilder(featureNames);
    for (LabelledRequest shown : LabelledRequests.fromImpressions(recording, from, until)) {
      ServedPage page = byRequest.get(new Key(shown.user(), shown.requestId()));
      if (page != null) {
        add(rows, page, shown, catalog);
      }
    }
    return rows.build();
  }

  private static void add(
      RankerRowsBuilder rows, ServedPage page, LabelledRequest shown, Catalog catalog) {
    Map<String, Integer> rowOf = new HashMap<>();
    for (int i = 0; i < page.rows().rows(); i++) {
      Slate.Item item = page.slate().items().get(i);
      rowOf.put(item.videoId(), i);
    }
    for (int i = 0; i < shown.size(); i++) {
      Integer row = rowOf.get(catalog.video(shown.videos()[i]).id());
      if (row != null) {
        rows.add(
            page.rows().row(row), shown.clicked()[i], shown.watchedLong()[i], shown.liked()[i]);
      }
    }
    rows.endGroup();
  }

  private static void requireFeatures(List<String> wanted, ServedPage page) {
    if (!page.featureNames().equals(wanted)) {
      throw new IllegalArgumentException(
          "served pages must have the features wanted, "
              + wanted.size()
              + " of them; the page of request \""
              + page.requestId()
              + "\" by snapshot "
              + page.slate().snapshotVersion()
              + " has "
              + page.featureNames().size()
              + (page.featureNames().size() == wanted.size() ? " others" : ""));
    }
  }
}
