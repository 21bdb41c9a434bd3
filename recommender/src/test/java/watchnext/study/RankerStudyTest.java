package watchnext.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import watchnext.assembly.RebuildConfig;
import watchnext.event.Recording;
import watchnext.fixture.SmallConfig;
import watchnext.fixture.SmallLogs;
import watchnext.fixture.SmallRebuild;
import watchnext.pipeline.OrderChoice;
import watchnext.pipeline.Rebuilt;
import watchnext.settings.Settings;

@Tag("quality")
class RankerStudyTest {

  private static final RebuildConfig CONFIG =
      Settings.with(SmallConfig.of(1), "evaluation.maxRequests=60");

  private static Map<String, Map<String, Double>> study(
      Recording recording, List<RankerVariant> variants) {
    return new RankerStudy(recording, CONFIG, line -> {}).run(variants);
  }

  @Test
  void theBaseIsWhatARebuildDoes() {
    Map<String, Map<String, Double>> rows =
        study(
            SmallRebuild.RECORDING, RankerVariant.all(CONFIG.rankerRequests(), CONFIG.negatives()));
    Rebuilt rebuilt = SmallRebuild.once();
    String page = OrderChoice.row(rebuilt.models().order());
    assertThat(rows.get("base"))
        .containsEntry(
            "validation ndcg@10 page", rebuilt.validation().row(page).metric("ndcg@10").value());
    assertThat(rows.get("a quarter of negatives").get("rows"))
        .isLessThan(rows.get("base").get("rows") / 2);
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
}
