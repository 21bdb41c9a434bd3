package watchnext.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import watchnext.retrieval.RetrievalStage.Gathered;
import watchnext.retrieval.RetrievalStage.SourceStep;
import watchnext.task.Candidates;

class SourceTallyTest {

  private static final List<String> NAMES = List.of("a", "b", "c");
  private static final Offset<Double> EXACT = within(1e-12);

  private final SourceTally tally = new SourceTally(NAMES);

  /** Bits: 1 is a, 2 is b, 4 is c. */
  private static Gathered gathered(int[] videos, int[] bits, double micros) {
    return new Gathered(
        new Candidates(NAMES, videos, bits, new double[] {1, 1, 1}),
        NAMES.stream().map(name -> new SourceStep(name, 0, 1, micros)).toList(),
        Map.of());
  }

  private SourceReport report(int requests) {
    int[] users = new int[requests];
    java.util.Arrays.setAll(users, u -> u);
    return tally.report(new UserBootstrap(users, 50, 1));
  }

  /**
   * First request: a brings 1 and 2, b brings 2 and 3, c nothing; relevant are 1, 2 and 9. Second:
   * a brings 4, b nothing, c brings 4, 5, 6 and 7; relevant is 5.
   */
  private SourceReport twoRequests() {
    tally.add(gathered(new int[] {1, 2, 3}, new int[] {1, 3, 2}, 1000), new int[] {1, 2, 9});
    tally.add(gathered(new int[] {4, 5, 6, 7}, new int[] {5, 4, 4, 4}, 3000), new int[] {5});
    return report(2);
  }

  @Test
  void foundIsTheMeanShareOfTheRelevantVideos() {
    SourceReport report = twoRequests();
    assertThat(report.row("a").found().value()).isEqualTo((2 / 3.0 + 0) / 2, EXACT);
    assertThat(report.row("b").found().value()).isEqualTo((1 / 3.0 + 0) / 2, EXACT);
    assertThat(report.row("c").found().value()).isEqualTo((0 + 1) / 2.0, EXACT);
    assertThat(report.ceiling().value()).isEqualTo((2 / 3.0 + 1) / 2, EXACT);
  }

  @Test
  void foundAloneIsWhatWouldBeLostWithoutTheSource() {
    SourceReport report = twoRequests();
    assertThat(report.row("a").foundAlone().value()).isEqualTo((1 / 3.0 + 0) / 2, EXACT);
    assertThat(report.row("b").foundAlone().value()).isZero();
    assertThat(report.row("c").foundAlone().value()).isEqualTo(0.5, EXACT);
  }

  /** Requests at which a source brought nothing say nothing of what it shares. */
  @Test
  void sharedIsTheShareOfItsVideosThatAnotherBroughtToo() {
    SourceReport report = twoRequests();
    assertThat(report.row("a").shared().value()).isEqualTo((1 / 2.0 + 1) / 2, EXACT);
    assertThat(report.row("b").shared().value()).isEqualTo(0.5, EXACT);
    assertThat(report.row("c").shared().value()).isEqualTo(0.25, EXACT);
  }

  /** a and b have 1 of 3 in common, then 0 of 1; a and c 0 of 2, then 1 of 4. */
  @Test
  void overlapIsTheMeanJaccardIndex() {
    double[][] jaccard = twoRequests().jaccard();
    assertThat(jaccard[0][1]).isEqualTo((1 / 3.0 + 0) / 2, EXACT).isEqualTo(jaccard[1][0]);
    assertThat(jaccard[0][2]).isEqualTo((0 + 1 / 4.0) / 2, EXACT);
    assertThat(jaccard[1][1]).isEqualTo(1);
  }

  @Test
  void candidatesAndMillisAreMeans() {
    SourceReport report = twoRequests();
    assertThat(report.row("a").candidates()).isEqualTo(1.5);
    assertThat(report.row("c").candidates()).isEqualTo(2);
    assertThat(report.candidates()).isEqualTo(3.5);
    assertThat(report.row("b").millis()).isEqualTo(2, EXACT);
  }

  @Test
  void otherSourcesAreRefused() {
    SourceTally other = new SourceTally(List.of("a", "b"));
    Gathered gathered = gathered(new int[] {1}, new int[] {1}, 1);
    assertThatThrownBy(() -> other.add(gathered, new int[] {1}))
        .hasMessage("the sources must be [a, b], were [a, b, c]");
  }
}
