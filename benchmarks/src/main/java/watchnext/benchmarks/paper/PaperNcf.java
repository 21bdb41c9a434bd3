package watchnext.benchmarks.paper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import watchnext.benchmarks.paper.ease.EaseConfig;
import watchnext.evaluation.ListMetric;
import watchnext.evaluation.MetricAt;
import watchnext.model.mf.AlsConfig;
import watchnext.model.mf.AlsPenalty;
import watchnext.model.neighbours.NeighboursConfig;
import watchnext.settings.Settings;

/**
 * {@code watchnext paper ncf-ml1m}: HR@10 and NDCG@10 over 99 drawn negatives on the MovieLens 1M
 * split of He et al.
 *
 * <p>Published rows: Ferrari Dacrema et al., TOIS 2021 [dacrema2021] for TopPop, ItemKNN, NeuMF (as
 * they reproduced it) and SLIM; Rendle et al., RecSys 2020 [rendle2020] for MF.
 *
 * <p>The settings of item neighbours are chosen on the last train item of each user ({@link
 * NcfNeighbours}). Those of ALS are those with which Rendle et al., RecSys 2022 [rendle2022] repeat
 * their table on this data set: 192 dimensions, 12 epochs, λ = 0.007, α₀ = 0.3, ν = 1, σ = 0.1.
 * Their program (google-research, ials/ncf_benchmarks) has the loss of {@link
 * watchnext.model.mf.AlsTrainer} term by term, so nothing has to be converted: 1 on the observed,
 * α₀ on all pairs, λ (n + α₀ N) on a row of n among N, and first factors of σ/√d. They stop after
 * the videos of the last epoch; here the users are solved once more.
 */
@Command(
    name = "ncf-ml1m",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "HR@10 and NDCG@10 over 99 negatives on the MovieLens 1M files of He et al.")
final class PaperNcf implements Callable<Integer> {

  private static final String HIT_RATE = "hr@10";
  private static final String NDCG = "ndcg@10";

  @Option(
      names = "--dir",
      required = true,
      paramLabel = "DIR",
      description = "Folder with ml-1m.train.rating, ml-1m.test.rating and ml-1m.test.negative.")
  private Path folder = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "ml-1m",
      description = "What the names of the three files begin with (default: ml-1m).")
  private String name = "ml-1m";

  @Mixin private PaperOptions options = new PaperOptions();

  @Mixin private AlsOptions als = new AlsOptions();

  /** Prints the table. */
  @Override
  public Integer call() throws IOException {
    NcfFiles files = NcfFiles.read(folder, name);
    OneOfHundred protocol =
        new OneOfHundred(files.questions(), files.train().rows(), files.train().columns());
    Function<Scorer, Map<String, Double>> judge = scorer -> metrics(protocol, scorer);
    PaperRun run =
        new PaperRun("paper ncf-ml1m", files.train(), judge, options, System.err::println);
    run.ours(Method.popularity());
    NeighboursConfig usual =
        Settings.with(NeighboursConfig.defaults(), "threads=" + options.threads());
    run.ours(Method.neighbours("neighbours-default", usual));
    if (options.wants("neighbours")) {
      NeighboursConfig chosen = NcfNeighbours.choose(files, options.threads(), System.err::println);
      run.ours(Method.neighbours("neighbours", chosen));
    }
    run.ours(Method.ease(new EaseConfig(300, options.threads())));
    AlsConfig config =
        new AlsConfig(192, 12, 0.3, AlsPenalty.shareOfLoss(0.007), 0.1, options.threads());
    for (AlsConfig changed : als.configs(List.of(config))) {
      run.ours(Method.als(changed));
    }
    addPublished(run);
    run.finish(List.of(HIT_RATE, NDCG));
    return 0;
  }

  private static Map<String, Double> metrics(OneOfHundred protocol, Scorer scorer) {
    MetricAt hit = ListMetric.HIT.at(10);
    MetricAt ndcg = ListMetric.NDCG.at(10);
    Map<String, Double> means = protocol.judge(scorer, List.of(hit, ndcg));
    Map<String, Double> named = new LinkedHashMap<>();
    named.put(HIT_RATE, means.getOrDefault(hit.label(), 0.0));
    named.put(NDCG, means.getOrDefault(ndcg.label(), 0.0));
    return named;
  }

  private static void addPublished(PaperRun run) {
    run.published("TopPop", HIT_RATE, .4531, NDCG, .2542);
    run.published("ItemKNN", HIT_RATE, .6596, NDCG, .3900);
    run.published("NeuMF, as reproduced", HIT_RATE, .7120, NDCG, .4369);
    run.published("SLIM", HIT_RATE, .7161, NDCG, .4470);
    run.published("MF", HIT_RATE, .7294, NDCG, .4523);
  }
}
