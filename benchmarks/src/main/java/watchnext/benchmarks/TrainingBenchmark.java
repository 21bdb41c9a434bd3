package watchnext.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.dataset.NextWatchExamples;
import watchnext.feature.History;
import watchnext.feature.content.ContentEncoder;
import watchnext.feature.content.UserAttributes;
import watchnext.model.twotower.TwoTower;
import watchnext.model.twotower.TwoTowerConfig;
import watchnext.model.twotower.TwoTowerData;
import watchnext.model.twotower.TwoTowerTrainer;
import watchnext.settings.Settings;

/**
 * One training of the two towers: {@value #EXAMPLES} examples in steps of 1024, dimension 64,
 * histories of {@value #HISTORY} videos, popularity by Zipf's law, about eight content tokens a
 * video. The primary result is the whole call, tables made and model exported; beside it stand the
 * examples a second of the steps alone, which are not to depend on the number of videos, and the
 * heap in use after a collection, data and model held.
 *
 * <p>Run: {@code ./watchnext bench --filter TrainingBenchmark --param videos=10000,1000000}.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-Xms3g",
      "-Xmx3g",
      "-XX:+UseTransparentHugePages",
      "--add-modules",
      "jdk.incubator.vector"
    })
public class TrainingBenchmark {

  private static final int EXAMPLES = 100 * 1024;
  private static final int HISTORY = 20;
  private static final int USERS = 10_000;

  /** What is trained on. */
  @State(Scope.Benchmark)
  public static class Watches {

    /** Videos in the catalogue. */
    @Param({"10000", "1000000"})
    private int videos = 10_000;

    /** Width of the towers' hidden layers, 0 for none. */
    @Param({"64", "0"})
    private int hidden = 64;

    /** Threads of a step; the model is the same on any number. */
    @Param({"1", "2"})
    private int threads = 1;

    private List<TwoTowerData> data = List.of();

    /** Draws catalogue and watches. */
    @Setup
    public void setUp() {
      SplittableRandom random = new SplittableRandom(1);
      List<User> users = new ArrayList<>();
      for (int u = 0; u < USERS; u++) {
        users.add(new User("u" + u, "c" + u % 9, "l" + u % 5, "phone", "", Video.ALWAYS_THERE));
      }
      List<Video> catalogue = new ArrayList<>();
      for (int v = 0; v < videos; v++) {
        String title = "word" + random.nextInt(5_000) + " word" + random.nextInt(5_000);
        List<String> tags = List.of("t" + random.nextInt(200), "t" + random.nextInt(200));
        String creator = "a" + random.nextInt(Math.max(1, videos / 20));
        int seconds = 10 + random.nextInt(600);
        catalogue.add(
            new Video("v" + v, title, creator, tags, "l" + v % 5, seconds, Video.ALWAYS_THERE));
      }
      Catalog catalog = new Catalog(users, catalogue);
      data =
          List.of(
              new TwoTowerData(
                  watches(random),
                  catalog,
                  ContentEncoder.encode(catalog),
                  UserAttributes.fit(users)));
    }

    private NextWatchExamples watches(SplittableRandom random) {
      NextWatchExamples.Builder examples = new NextWatchExamples.Builder();
      for (int i = 0; i < EXAMPLES; i++) {
        int[] watched = new int[HISTORY];
        long[] times = new long[HISTORY];
        for (int j = 0; j < HISTORY; j++) {
          watched[j] = draw(random);
          times[j] = 1_600_000_000L + i + j * 3_600L;
        }
        long now = times[HISTORY - 1] + 3_600;
        examples.add(i % USERS, draw(random), now, History.of(watched, times));
      }
      return examples.build();
    }

    /** Ranks by a density of 1 / rank, spread over the ordinals. */
    private int draw(SplittableRandom random) {
      int rank = (int) Math.exp(random.nextDouble() * Math.log(videos));
      return (int) (rank * 7_919L % videos);
    }

    TwoTowerConfig config() {
      return Settings.with(
          TwoTowerConfig.defaults(), "hiddenUnits=" + hidden, "epochs=1", "threads=" + threads);
    }
  }

  /** The secondary results. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Figures {
    /** Examples a second of the steps. */
    public double examplesPerSecond;

    /** Mebibytes in use after a collection. */
    public double heapMib;

    private double lastRate;

    /** Sets the figures of one iteration: JMH clears them before and sums them afterwards. */
    @TearDown(Level.Iteration)
    public void keep(BenchmarkParams run) {
      int shares = run.getMeasurement().getCount() * Math.max(1, run.getForks());
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      examplesPerSecond = lastRate / shares;
      heapMib = (runtime.totalMemory() - runtime.freeMemory()) / (double) (1 << 20) / shares;
    }
  }

  /** Trains once. */
  @Benchmark
  public TwoTower train(Watches watches, Figures figures) {
    TwoTowerTrainer.Trained trained =
        TwoTowerTrainer.train(
            watches.data.get(0), watches.config(), line -> {}, new SplittableRandom(2));
    figures.lastRate = trained.examplesPerSecond();
    System.out.printf(" %,.0f examples/s%n", figures.lastRate);
    return trained.model();
  }
}
