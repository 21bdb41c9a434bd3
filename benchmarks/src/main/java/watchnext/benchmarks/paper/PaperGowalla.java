package watchnext.benchmarks.paper;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import watchnext.benchmarks.paper.graph.GraphFilterConfig;
import watchnext.evaluation.ListMetric;
import watchnext.evaluation.MetricAt;
import watchnext.model.mf.AlsConfig;
import watchnext.model.mf.AlsPenalty;
import watchnext.model.neighbours.NeighboursConfig;
import watchnext.model.twotower.TwoTowerConfig;
import watchnext.settings.Settings;

/**
 * {@code watchnext paper gowalla}: Recall@20 and NDCG@20 on the Gowalla split of NGCF and LightGCN.
 *
 * <p>Published rows: the BARS benchmark of Zhu et al., SIGIR 2022 [zhu2022], and the papers it
 * cites; BSPM from its own paper [choi2023]. EASE is published only, since its matrix of 40,981 ×
 * 40,981 would take 6.7 GB. Settings of ours were chosen with {@code --validation}, which never
 * opens the test file's pairs: a fifth of train is put aside and judged.
 */
@Command(
    name = "gowalla",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Recall@20 and NDCG@20 on Gowalla, full ranking, items of train left out.")
final class PaperGowalla implements Callable<Integer> {

  private static final List<MetricAt> METRICS =
      List.of(ListMetric.RECALL.at(20), ListMetric.NDCG.at(20));

  @Mixin private LightGcnFolder folder = new LightGcnFolder();

  @Option(
      names = "--validation",
      description = "Judge on a fifth of train put aside, to choose settings.")
  private boolean validation;

  @Mixin private PaperOptions options = new PaperOptions();

  @Mixin private GraphOptions graph = new GraphOptions();

  @Mixin private AlsOptions als = new AlsOptions();

  @Mixin private TwoTowerOptions twoTower = new TwoTowerOptions();

  /** Prints the table. */
  @Override
  public Integer call() throws IOException {
    LightGcnFiles files = folder.read();
    LightGcnFiles judged = validation ? files.validation(1) : files;
    Function<Scorer, Map<String, Double>> judge =
        scorer ->
            new FullRanking(judged.train(), judged.test(), options.threads())
                .judge(scorer, METRICS);
    PaperRun run =
        new PaperRun("paper gowalla", judged.train(), judge, options, System.err::println);
    run.ours(Method.popularity());
    int threads = options.threads();
    run.ours(
        Method.neighbours("neighbours-cosine", new NeighboursConfig(1000, 10, 0, 0.5, threads)));
    run.ours(Method.neighbours("neighbours", new NeighboursConfig(1000, 5, 0.6, 0.35, threads)));
    run.ours(Method.graphFilter("graph", graph.config(threads)));
    run.ours(Method.graphFilter("gf-cf", GraphFilterConfig.linear(threads)));
    run.ours(Method.graphFilter("bspm", GraphFilterConfig.sharpened(threads)));
    for (AlsConfig config : als.configs(defaults())) {
      run.ours(Method.als(config));
    }
    for (TwoTowerConfig config : twoTower.configs(TwoTowerRow.GOWALLA)) {
      run.ours(TwoTowerRow.method(config));
    }
    if (!validation) {
      addPublished(run);
    }
    run.finish(METRICS.stream().map(MetricAt::label).toList());
    return 0;
  }

  private List<AlsConfig> defaults() {
    AlsPenalty penalty = new AlsPenalty(0.3, 0.5, 0);
    AlsConfig config = new AlsConfig(64, 6, 0.01, penalty, 0.1, options.threads());
    return List.of(
        config, Settings.with(config, "dimension=256"), Settings.with(config, "dimension=512"));
  }

  private static void addPublished(PaperRun run) {
    row(run, "popularity", .0416, .0317);
    row(run, "ItemCF", .1570, .1214);
    row(run, "MF-BPR", .1627, .1378);
    row(run, "YoutubeDNN", .1754, .1473);
    row(run, "EASE", .1765, .1467);
    row(run, "LightGCN", .1830, .1554);
    row(run, "MF-CCL", .1837, .1493);
    row(run, "GF-CF", .1849, .1518);
    row(run, "UltraGCN", .1862, .1580);
    row(run, "SimpleX", .1872, .1557);
    row(run, "BSPM", .1920, .1597);
  }

  private static void row(PaperRun run, String name, double recall, double ndcg) {
    run.published(name, METRICS.get(0).label(), recall, METRICS.get(1).label(), ndcg);
  }
}
