package watchnext.benchmarks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import watchnext.assembly.Assembly;
import watchnext.assembly.Models;
import watchnext.assembly.RankerKind;
import watchnext.assembly.RebuildConfig;
import watchnext.catalog.Context;
import watchnext.event.EventLog;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.feature.Replay;
import watchnext.funnel.Answer;
import watchnext.funnel.Funnel;
import watchnext.funnel.Stages;
import watchnext.pipeline.Rebuild;
import watchnext.pipeline.Rebuilt;
import watchnext.ranking.Ranked;
import watchnext.ranking.RankingStage;
import watchnext.reranking.Page;
import watchnext.settings.Settings;
import watchnext.synthetic.World;
import watchnext.synthetic.WorldConfig;
import watchnext.task.Asked;
import watchnext.task.Candidates;
import watchnext.task.RankedList;
import watchnext.task.Request;

/**
 * One request through the whole funnel, and through each of its stages alone: a page of ten for the
 * users who were active last before the test cut, in turn, as they stood at the cut. Mean, p50 and
 * p99.
 *
 * <p>The models are trained once a fork, in a few epochs and on part of the rankers' requests:
 * their shapes are those of the demo, except that growing may stop at fewer trees, and their
 * figures of quality mean nothing. The two worlds differ in candidates as well: 600 videos hold
 * fewer than the sources may bring.
 *
 * <p>Run: {@code ./watchnext bench --quick --filter FunnelBenchmark --param world=tiny,small}.
 * <i>Confined: one thread.</i>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx3g", "--add-modules", "jdk.incubator.vector"})
public class FunnelBenchmark {

  private static final int USERS = 200;
  private static final int PAGE = 10;
  private static final long SEED = 1;
  private static final RebuildConfig SHORT =
      Settings.with(
          RebuildConfig.defaults(SEED),
          "twoTower.epochs=2",
          "als.epochs=4",
          "logistic.epochs=2",
          "neural.epochs=2",
          "choiceRequests=300",
          "rankerRequests=1000",
          "negatives=50",
          "validationRequests=300");

  /** The simulated platform. */
  @Param({"tiny", "small"})
  private String world = "tiny";

  private final List<Turn> turns = new ArrayList<>();
  private int next;

  /** Everything a request meets; made by {@link #setUp}. */
  private record Served(
      Stages stages, FeatureState state, Funnel funnel, RankingStage trees, RankingStage net) {}

  /** A request, and what the stages before hand to the one that is measured. */
  private record Turn(Request request, Candidates candidates, RankedList ranked) {}

  private final List<Served> served = new ArrayList<>(1);

  /** Simulates, trains, and replays up to the test cut. */
  @Setup(Level.Trial)
  public void setUp() {
    Recording recording =
        World.of(WorldConfig.preset(world), SEED).record(FunnelBenchmark::progress);
    Rebuilt rebuilt =
        Rebuild.run(recording, SHORT, "world:" + world, "unknown", FunnelBenchmark::progress);
    Models models = rebuilt.models();
    long now = rebuilt.split().testFrom();
    EventLog log = recording.events();
    FeatureState state = new Replay(log, new FeatureState(log.catalog())).advanceTo(now);
    Stages stages = Assembly.stages(models);
    Served all =
        new Served(
            stages,
            state,
            new Funnel(stages, state),
            Assembly.ranking(models, RankerKind.GBDT),
            Assembly.ranking(models, RankerKind.NEURAL));
    served.add(all);
    Context context = Context.at(now);
    for (int user : latestUsers(log, now)) {
      Request request = new Request(log.catalog().user(user).id(), context, PAGE);
      Asked asked = Asked.of(request, state);
      Candidates candidates = stages.retrieval().candidates(asked);
      RankedList ranked = stages.ranking().rank(asked, candidates).list();
      turns.add(new Turn(request, candidates, ranked));
    }
    double candidates = turns.stream().mapToInt(a -> a.candidates().size()).average().orElse(0);
    progress(String.format("%d users, %.0f candidates each", turns.size(), candidates));
  }

  private static List<Integer> latestUsers(EventLog log, long before) {
    List<Integer> users = new ArrayList<>();
    BitSet known = new BitSet();
    for (int i = log.indexAt(before) - 1; i >= 0 && users.size() < USERS; i--) {
      if (!known.get(log.user(i))) {
        known.set(log.user(i));
        users.add(log.user(i));
      }
    }
    return users;
  }

  private static void progress(String line) {
    System.out.println("# " + line);
  }

  private Asked hydrated(Turn turn) {
    return Asked.of(turn.request(), served.get(0).state());
  }

  private Turn turn() {
    next = next + 1 == turns.size() ? 0 : next + 1;
    return turns.get(next);
  }

  /** From a request to a page with its reasons. */
  @Benchmark
  public Answer recommend() {
    return served.get(0).funnel().recommend(turn().request());
  }

  /** Stage 1 alone: four sources, merged, without what the user has seen. */
  @Benchmark
  public Candidates retrieve() {
    return served.get(0).stages().retrieval().candidates(hydrated(turn()));
  }

  /** Stage 2 alone, features included, by trees. */
  @Benchmark
  public Ranked rankByTrees() {
    Turn turn = turn();
    return served.get(0).trees().rank(hydrated(turn), turn.candidates());
  }

  /** Stage 2 alone, features included, by the multi-task network. */
  @Benchmark
  public Ranked rankByNetwork() {
    Turn turn = turn();
    return served.get(0).net().rank(hydrated(turn), turn.candidates());
  }

  /** Stage 3 alone: diversity, caps and freshness over the ranked list. */
  @Benchmark
  public Page rerank() {
    Turn turn = turn();
    Stages stages = served.get(0).stages();
    return stages
        .reranking()
        .rerank(turn.ranked(), stages.catalog(), turn.request().context(), PAGE);
  }
}
