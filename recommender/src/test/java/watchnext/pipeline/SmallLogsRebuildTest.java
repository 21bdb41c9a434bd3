package watchnext.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watchnext.assembly.ServedOrder;
import watchnext.evaluation.PeriodSize;
import watchnext.event.Recording;
import watchnext.fixture.SmallConfig;
import watchnext.fixture.SmallLogs;
import watchnext.snapshot.SnapshotCheck;

/** The offline page on logs of a few users, and on odd ones. */
@Tag("quality")
class SmallLogsRebuildTest {

  static Stream<Recording> logs() {
    return Stream.of(
        SmallLogs.ordinary(),
        SmallLogs.fiveUsers(),
        SmallLogs.withoutLikes(),
        SmallLogs.withoutClicks(),
        SmallLogs.fewVideos(),
        SmallLogs.equalTitles(),
        SmallLogs.feed(),
        SmallLogs.strayBefore(10),
        SmallLogs.strayAfter(10));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void aSmallOrOddLogIsTrainedAndJudged(Recording recording) {
    Rebuilt rebuilt = rebuild(recording, new PeriodSize(1, 1));
    ServedOrder order = rebuilt.models().order();
    assertThat(rebuilt.gate()).hasSizeGreaterThan(4);
    assertThat(rebuilt.validation().row(OrderChoice.row(order)).metrics()).containsKey("ndcg@10");
    assertThat(SnapshotCheck.of(rebuilt.models())).isNotEmpty();
  }

  @Test
  void aLogOfOneUserIsRefusedUnlessAskedFor() {
    assertThatThrownBy(() -> rebuild(SmallLogs.oneUser(), PeriodSize.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least");
    assertThat(rebuild(SmallLogs.oneUser(), new PeriodSize(1, 1)).gate()).isNotEmpty();
  }

  private static Rebuilt rebuild(Recording recording, PeriodSize least) {
    return Rebuild.run(
        recording, Splits.of(recording, least), SmallConfig.of(1), "test", "test", line -> {});
  }
}
