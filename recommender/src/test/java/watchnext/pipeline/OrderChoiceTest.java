package watchnext.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchnext.assembly.RankerKind;
import watchnext.assembly.ServedOrder;
import watchnext.assembly.SourceKind;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.evaluation.Contender;
import watchnext.evaluation.EvaluationReport;
import watchnext.evaluation.EvaluationRequest;
import watchnext.evaluation.EvaluationSet;
import watchnext.evaluation.EvaluationSettings;
import watchnext.evaluation.Evaluator;
import watchnext.evaluation.ListMetric;
import watchnext.evaluation.VideoFacts;
import watchnext.event.EventLogBuilder;
import watchnext.feature.FeatureState;
import watchnext.task.RankedList;

/** Twenty users who each want video 0; an order is as good as the place it gives that video. */
class OrderChoiceTest {

  private static final int USERS = 20;
  private static final List<SourceKind> SOURCES = List.of(SourceKind.TWO_TOWER, SourceKind.POPULAR);
  private static final List<RankerKind> LEARNT = List.of(RankerKind.LOGISTIC, RankerKind.GBDT);

  @Test
  void theOrderOfLargestNdcgMakesThePage() {
    EvaluationReport report = report(Map.of("two-tower", 4, "popular", 5, "union", 6, "gbdt", 1));
    assertThat(OrderChoice.order(report, SOURCES, List.of(RankerKind.GBDT)))
        .isEqualTo(
            new ServedOrder(RankerKind.GBDT, SourceKind.TWO_TOWER, List.of(RankerKind.GBDT)));
  }

  @Test
  void whereNothingBeatsTheBestSourceItsOrderServes() {
    EvaluationReport report = report(Map.of("two-tower", 4, "popular", 1, "union", 6, "gbdt", 2));
    ServedOrder order = OrderChoice.order(report, SOURCES, List.of(RankerKind.GBDT));
    assertThat(order.page()).isEqualTo(RankerKind.SOURCE);
    assertThat(order.leading()).isEqualTo(SourceKind.POPULAR);
    assertThat(OrderChoice.row(order)).isEqualTo("popular");
  }

  @Test
  void ofEqualOrdersTheSimplestServes() {
    EvaluationReport report =
        report(Map.of("two-tower", 4, "popular", 5, "union", 2, "logistic", 2, "gbdt", 2));
    assertThat(OrderChoice.order(report, SOURCES, LEARNT).page()).isEqualTo(RankerKind.UNION);
  }

  @Test
  void theBlendStandsForItsPartsUnlessOneIsClearlyAboveIt() {
    List<RankerKind> all = List.of(RankerKind.LOGISTIC, RankerKind.GBDT, RankerKind.BLEND);
    Map<String, Integer> places =
        new TreeMap<>(
            Map.of("two-tower", 5, "popular", 6, "union", 7, "logistic", 4, "gbdt", 2, "blend", 2));
    assertThat(OrderChoice.order(report(places), SOURCES, all).page()).isEqualTo(RankerKind.BLEND);
    places.put("gbdt", 1);
    assertThat(OrderChoice.order(report(places), SOURCES, all).page()).isEqualTo(RankerKind.GBDT);
  }

  @Test
  void aRankerNotAboveTheUnionIsNotOffered() {
    EvaluationReport report =
        report(Map.of("two-tower", 4, "popular", 5, "union", 3, "logistic", 3, "gbdt", 2));
    assertThat(OrderChoice.aboveUnion(report, LEARNT)).containsExactly(RankerKind.GBDT);
  }

  @Test
  void aPageOfWhatIsNotOfferedIsRefused() {
    assertThatThrownBy(
            () -> new ServedOrder(RankerKind.NEURAL, SourceKind.ALS, List.of(RankerKind.GBDT)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the page's ranker must be one of those offered, [GBDT], was NEURAL");
  }

  /** A report of rows that give video 0 the named place, 1 for the top. */
  private static EvaluationReport report(Map<String, Integer> places) {
    List<User> users = IntStream.range(0, USERS).mapToObj(u -> User.unknown("u" + u)).toList();
    List<Video> videos =
        IntStream.range(0, 20)
            .mapToObj(v -> new Video("v" + v, "", "", List.of(), "", 60, Video.ALWAYS_THERE))
            .toList();
    Catalog catalog = new Catalog(users, videos);
    List<EvaluationRequest> requests =
        IntStream.range(0, USERS)
            .mapToObj(u -> new EvaluationRequest(u, Context.at(100 + u), new int[] {0}, false))
            .toList();
    EvaluationSet set =
        new EvaluationSet(
            "by hand", requests, VideoFacts.of(new EventLogBuilder(catalog).build(), 0, 1_000));
    List<Contender> contenders = new ArrayList<>();
    new TreeMap<>(places)
        .forEach(
            (name, place) -> contenders.add(new Contender(name, (asked, k) -> list(place), 10)));
    EvaluationSettings settings =
        new EvaluationSettings(
            List.of(ListMetric.NDCG.at(10), ListMetric.RECALL.at(10)), List.of(), 10, 100, 1, 0);
    FeatureState nothing = new FeatureState(catalog);
    return new Evaluator(set, settings).evaluate(contenders, time -> nothing);
  }

  private static RankedList list(int place) {
    int[] videos = IntStream.rangeClosed(1, 10).toArray();
    float[] scores = new float[10];
    for (int i = 0; i < 10; i++) {
      scores[i] = -i;
    }
    videos[place - 1] = 0;
    return new RankedList(videos, scores);
  }
}
