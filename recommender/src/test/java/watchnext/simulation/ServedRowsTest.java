package watchnext.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import watchnext.assembly.Assembly;
import watchnext.assembly.Models;
import watchnext.catalog.Catalog;
import watchnext.dataset.LabelledRequest;
import watchnext.dataset.LabelledRequests;
import watchnext.event.EventLog;
import watchnext.event.EventLogBuilder;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.feature.Replay;
import watchnext.funnel.ServedPage;
import watchnext.funnel.ServedPages;
import watchnext.math.Matrix;
import watchnext.model.ranker.Action;
import watchnext.model.ranker.RankerRows;
import watchnext.pipeline.ServedRows;
import watchnext.ranking.RowEncoder;
import watchnext.task.Asked;

/** What a funnel served in a loop, beside what a replay of the loop's log makes of it. */
class ServedRowsTest {

  private static final int DAYS = 3;
  private static final Past PAST = Past.of(Loops.WORLD, DAYS, line -> {});
  private static final long CUT = PAST.cut();
  private static final long END = Long.MAX_VALUE;

  private static Models models = Loops.smallModels(PAST);
  private static List<ServedPage> served = List.of();
  private static Recording recording = PAST.recording();

  @BeforeAll
  static void serve() {
    ServedPages kept = new ServedPages();
    SimulationConfig config = SimulationConfig.of(DAYS, 1);
    Run run =
        new ClosedLoop(PAST, config, line -> {})
            .run(new FunnelPolicy(models, models.config(), kept));
    served = kept.pages();
    recording = withLoop(PAST.recording(), run.events());
  }

  private static Recording withLoop(Recording past, EventLog loop) {
    EventLogBuilder log = new EventLogBuilder(past.catalog());
    for (EventLog part : List.of(past.events(), loop)) {
      for (int i = 0; i < part.size(); i++) {
        log.add(part.get(i));
      }
    }
    return new Recording(past.name(), past.catalog(), log.build(), past.rhythm(), past.licence());
  }

  private static List<LabelledRequest> pagesOfTheLoop() {
    return LabelledRequests.fromImpressions(recording, CUT, END).stream()
        .filter(page -> page.requestId().startsWith("loop"))
        .toList();
  }

  private static Map<String, ServedPage> byRequest() {
    Map<String, ServedPage> pages = new HashMap<>();
    served.forEach(page -> pages.put(page.requestId(), page));
    return pages;
  }

  /** Bit for bit: a difference would be a feature that training and serving know differently. */
  @Test
  void theRowsOfAReplayAreThoseThatWereServed() {
    Catalog catalog = recording.catalog();
    Map<String, ServedPage> byRequest = byRequest();
    RowEncoder encoder = Assembly.rowEncoder(models);
    Replay replay = new Replay(recording.events(), new FeatureState(catalog));
    int compared = 0;
    Map<String, Integer> differences = new HashMap<>();
    for (LabelledRequest shown : pagesOfTheLoop()) {
      FeatureState state = replay.advanceTo(shown.context().epochSecond());
      Matrix rows =
          encoder.encode(
              Asked.of(shown.user(), shown.context(), state), shown.videos(), shown.size());
      ServedPage page = byRequest.getOrDefault(shown.requestId(), served.get(0));
      for (int i = 0; i < page.rows().rows(); i++) {
        assertThat(page.slate().items().get(i).videoId())
            .isEqualTo(catalog.video(shown.videos()[i]).id());
        compared++;
        for (int f = 0; f < encoder.width(); f++) {
          int once = Float.floatToRawIntBits(page.rows().row(i)[f]);
          int again = Float.floatToRawIntBits(rows.row(i)[f]);
          if (once != again) {
            differences.merge(encoder.featureNames().get(f), 1, Integer::sum);
          }
        }
      }
    }
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThan(10_000);
  }

  /** A page is a group; its labels are those of the log, its features those that were kept. */
  @Test
  void servedPagesBecomeATrainingSetThroughTheLabelsOfTheLog() {
    List<String> names = Assembly.rowEncoder(models).featureNames();
    RankerRows rows = ServedRows.join(names, served, recording, CUT, END);
    assertThat(rows.size()).isGreaterThan(10_000);
    // What the policy fills a short page with has no row: it stands below what the funnel served.
    Map<String, ServedPage> byRequest = byRequest();
    int clicks = 0;
    int shown = 0;
    for (LabelledRequest page : pagesOfTheLoop()) {
      int ranked = byRequest.getOrDefault(page.requestId(), served.get(0)).rows().rows();
      shown += ranked;
      for (int i = 0; i < ranked; i++) {
        clicks += (int) page.clicked()[i];
      }
    }
    assertThat(rows.size()).isEqualTo(shown);
    int joined = 0;
    for (int r = 0; r < rows.size(); r++) {
      joined += (int) rows.label(r, Action.CLICK);
    }
    assertThat(joined).isEqualTo(clicks).isPositive();
  }

  @Test
  void pagesWithOtherFeaturesAreRefused() {
    assertThatThrownBy(() -> ServedRows.join(List.of("a"), served, recording, CUT, END))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("served pages must have the features wanted, 1 of them");
  }
}
