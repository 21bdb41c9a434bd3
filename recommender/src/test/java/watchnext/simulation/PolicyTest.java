package watchnext.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import watchnext.assembly.Models;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.dataset.InteractionCollector;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.feature.Replay;
import watchnext.math.Matrix;
import watchnext.model.mf.AlsModel;
import watchnext.model.mf.AlsTrainer;
import watchnext.retrieval.PopularityWindow;
import watchnext.task.Asked;

class PolicyTest {

  private static final Recording LOG = Loops.PAST.recording();
  private static FeatureState state = new FeatureState(LOG.catalog());

  @BeforeAll
  static void replay() {
    state = new Replay(LOG.events(), state).advanceTo(Loops.PAST.cut());
  }

  private static Visit visit(int user, BitSet shownLately) {
    return new Visit(
        "r" + user,
        Asked.of(user, new Context(Loops.PAST.cut(), "phone"), state),
        10,
        shownLately,
        5L + user);
  }

  private static AlsPolicy als() {
    AlsModel model =
        AlsTrainer.train(
            InteractionCollector.collect(LOG, Loops.PAST.cut()),
            Loops.ALS,
            line -> {},
            new SplittableRandom(1));
    return new AlsPolicy(model, Loops.ALS, PopularityWindow.WEEK, 1);
  }

  @Test
  void everyPolicyFillsThePageWithVideosThatMayBeShown() {
    for (Policy policy :
        new Policy[] {new RandomPolicy(), Loops.popularity(), als(), Loops.oracle()}) {
      for (int user = 0; user < 40; user++) {
        BitSet lately = new BitSet();
        lately.set(0, 200);
        Visit visit = visit(user, lately);
        int[] page = policy.choose(visit).videos();
        assertThat(page).as(policy.name()).hasSize(10).doesNotHaveDuplicates();
        assertThat(visit.open().stream().boxed()).contains(boxed(page));
        assertThat(Arrays.stream(page)).noneMatch(lately::get);
      }
    }
  }

  @Test
  void whereNothingElseIsLeftWhatWasShownLatelyComesAgain() {
    BitSet all = new BitSet();
    all.set(0, LOG.catalog().videos().size());
    for (Policy policy :
        new Policy[] {new RandomPolicy(), Loops.popularity(), als(), Loops.oracle()}) {
      Visit visit = visit(3, all);
      int[] page = policy.choose(visit).videos();
      assertThat(page).as(policy.name()).hasSize(10).doesNotHaveDuplicates();
      assertThat(visit.open().stream().boxed()).contains(boxed(page));
    }
  }

  private static Integer[] boxed(int[] page) {
    return Arrays.stream(page).boxed().toArray(Integer[]::new);
  }

  /** The place k of n open videos is drawn from the n − k that are left. */
  @Test
  void chanceKnowsItsPropensities() {
    Visit visit = visit(2, new BitSet());
    int open = visit.open().cardinality();
    Choice choice = new RandomPolicy().choose(visit);
    for (int place = 0; place < 10; place++) {
      assertThat(choice.shownPropensities()[place]).isCloseTo(1.0 / (open - place), within(1e-12));
    }
  }

  @Test
  void aUserWithoutAHistoryGetsWhatIsPopular() {
    Catalog catalog = LOG.catalog();
    int stranger =
        IntStream.range(0, catalog.users().size())
            .filter(user -> state.history(user).size() == 0 && state.eventCount(user) == 0)
            .findFirst()
            .orElseThrow();
    assertThat(als().choose(visit(stranger, new BitSet())).videos())
        .isEqualTo(Loops.popularity().choose(visit(stranger, new BitSet())).videos());
  }

  @Test
  void aTrainingAfterTheLoopKnowsMoreThanOneBefore() {
    AlsPolicy before = als();
    Happenings happenings = new Happenings(LOG, Loops.PAST.cut());
    Run run = Loops.run(Loops.popularity());
    for (int i = 0; i < run.events().size(); i++) {
      happenings.add(List.of(run.events().get(i)));
    }
    long end = Loops.PAST.cut() + Loops.DAYS * 86_400L;
    happenings.advanceTo(end);
    AlsPolicy after = (AlsPolicy) before.retrained(happenings.recording(), end, line -> {});
    assertThat(known(after.model())).isGreaterThan(known(before.model()));
  }

  private static long known(AlsModel model) {
    return IntStream.range(0, model.videos().rows())
        .filter(video -> norm(model.videos(), video) > 0)
        .count();
  }

  private static double norm(Matrix factors, int row) {
    double sum = 0;
    for (float value : factors.row(row)) {
      sum += value * value;
    }
    return sum;
  }

  /** Small models that learn for a few seconds; the same past and seed give the same pages. */
  @Test
  void theFunnelServesTheSamePagesInEveryRunAndRepeatsNothing() {
    Models models = Loops.smallModels(Loops.PAST);
    Policy funnel = new FunnelPolicy(models, models.config());
    for (int user = 0; user < 40; user++) {
      BitSet lately = new BitSet();
      lately.set(0, 200);
      Visit visit = visit(user, lately);
      int[] page = funnel.choose(visit).videos();
      assertThat(page).hasSize(10).doesNotHaveDuplicates();
      assertThat(visit.open().stream().boxed()).contains(boxed(page));
    }
    ClosedLoop oneDay = new ClosedLoop(Loops.PAST, SimulationConfig.of(1, 1), line -> {});
    Run first = oneDay.run(funnel);
    Run second = oneDay.run(new FunnelPolicy(models, models.config()));
    assertThat(Loops.text(first.events())).isEqualTo(Loops.text(second.events()));
  }

  @Test
  void anUnknownPolicyIsRefusedByName() {
    assertThat(PolicyKind.of("two-stage")).isEqualTo(PolicyKind.TWO_STAGE);
    assertThatThrownBy(() -> PolicyKind.of("best"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a policy must be one of random, popularity, als, two-stage, oracle, was \"best\"");
  }
}
