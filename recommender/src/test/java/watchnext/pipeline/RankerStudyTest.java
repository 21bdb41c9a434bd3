package watchnext.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import watchnext.event.EventKind;
import watchnext.event.EventLogBuilder;
import watchnext.event.Recording;
import watchnext.fixture.SmallConfig;
import watchnext.fixture.SmallLogs;

@Tag("quality")
class RankerStudyTest {

  private static final RebuildConfig CONFIG = SmallConfig.of(1);

  private static Map<String, Map<String, Double>> study(
      Recording recording, List<RankerVariant> variants) {
    return new RankerStudy(recording, CONFIG, 60, line -> {}).run(variants);
  }

  @Test
  void theBaseIsWhatARebuildDoesAndEachVariantChangesWhatItNames() {
    Map<String, Map<String, Double>> rows =
        study(
            SmallRebuild.RECORDING, RankerVariant.all(CONFIG.rankerRequests(), CONFIG.negatives()));
    Rebuilt rebuilt = SmallRebuild.once();
    Map<String, Double> base = rows.get("base");
    assertThat(base.get("validation ndcg@10 page"))
        .isEqualTo(
            rebuilt
                .validation()
                .row(OrderChoice.row(rebuilt.models().order()))
                .metric("ndcg@10")
                .value());
    assertThat(rows.get("trees: pairwise"))
        .containsEntry("test ndcg@10 network", base.get("test ndcg@10 network"))
        .doesNotContainEntry("test ndcg@10 trees", base.get("test ndcg@10 trees"));
    assertThat(rows.get("stopped by log loss"))
        .containsEntry("test ndcg@10 trees", base.get("test ndcg@10 trees"));
    assertThat(rows.get("random negatives")).containsEntry("requests", base.get("requests"));
    assertThat(rows.get("a quarter of negatives").get("rows")).isLessThan(base.get("rows") / 2);
    assertThat(rows.get("pages and candidates").get("rows"))
        .isGreaterThan(rows.get("pages alone").get("rows"));
  }

  @Test
  void moreRequestsMakeMoreRows() {
    Map<String, Map<String, Double>> rows =
        study(SmallLogs.ordinary(), RankerVariant.curve(new int[] {10, 40}, 20));
    assertThat(rows)
        .containsOnlyKeys(
            "no ranker: union", "no ranker: best source", "10 requests", "40 requests");
    assertThat(rows.get("40 requests").get("rows"))
        .isGreaterThan(rows.get("10 requests").get("rows"));
  }

  @Test
  void pagesOfOneVideoTeachTheTreesNothing() {
    Map<String, Double> alone =
        study(SmallLogs.feed(), RankerVariant.all(60, 20)).get("pages alone");
    assertThat(alone.get("rows")).isEqualTo(alone.get("requests"));
    assertThat(alone)
        .containsKey("validation ndcg@10 network")
        .doesNotContainKey("validation ndcg@10 trees");
  }

  @Test
  void aLogThatDoesNotSayWhatWasShownHasNoRowsOfPages() {
    assertThat(study(withoutImpressions(), RankerVariant.all(60, 20)))
        .containsKeys("base", "random negatives")
        .doesNotContainKeys("pages alone", "pages and candidates");
  }

  private static Recording withoutImpressions() {
    Recording all = SmallLogs.ordinary();
    EventLogBuilder log = new EventLogBuilder(all.catalog());
    for (int i = 0; i < all.events().size(); i++) {
      if (all.events().kind(i) != EventKind.IMPRESSION) {
        log.add(all.events().get(i));
      }
    }
    return new Recording(
        "without impressions", all.catalog(), log.build(), all.rhythm(), all.licence());
  }
}
