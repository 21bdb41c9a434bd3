package watchnext.benchmarks.ablation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import watchnext.app.DataOptions;
import watchnext.app.Measurements;
import watchnext.app.Verb;
import watchnext.assembly.RebuildConfig;
import watchnext.benchmarks.TableFile;
import watchnext.event.Recording;
import watchnext.study.RankerStudy;
import watchnext.study.RankerVariant;

/**
 * {@code watchnext ablation rankers}: what the rankers are to learn from, over several seeds.
 * <i>Confined: one thread.</i>
 */
@Command(
    name = "rankers",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Trains the rankers of stage 2 on more and on less over the same retrievers.")
final class RankersCommand implements Verb {

  private static final int[] CURVE = {250, 500, 1_000, 2_000, 4_000, 6_000};

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Train every row with seeds 1 to N (default: ${DEFAULT-VALUE}).")
  private int seeds = 3;

  @Option(
      names = "--requests",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Train on at most N requests (default: ${DEFAULT-VALUE}).")
  private int requests = 2_000;

  @Option(
      names = "--negatives",
      paramLabel = "N",
      defaultValue = "100",
      description =
          "Keep at most N candidates of a request that were not watched well (default:"
              + " ${DEFAULT-VALUE}).")
  private int negatives = 100;

  @Option(
      names = "--test-requests",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Judge on at most N requests of the test period (default: ${DEFAULT-VALUE}).")
  private int testRequests = 1_000;

  @Option(
      names = "--curve",
      description = "The learning curve instead: from 250 to 6,000 requests.")
  private boolean curve;

  @Mixin private TableFile file = new TableFile();

  /** Trains, judges and prints. */
  @Override
  public Integer call() throws IOException {
    requireAtLeastOne("--seeds", seeds);
    requireAtLeastOne("--requests", requests);
    requireAtLeastOne("--negatives", negatives);
    requireAtLeastOne("--test-requests", testRequests);
    Recording recording = data.load();
    List<RankerVariant> variants =
        curve ? RankerVariant.curve(CURVE, negatives) : RankerVariant.all(requests, negatives);
    SeedTable values = new SeedTable(variants.get(0).name());
    for (int seed = 1; seed <= seeds; seed++) {
      values.add(
          new RankerStudy(
                  recording, RebuildConfig.defaults(seed), testRequests, System.err::println)
              .run(variants));
    }
    Measurements table = values.of("ablation rankers " + data.asOptions());
    System.out.println(protocol());
    print(table, values.difference("page"));
    file.write(table);
    return 0;
  }

  private static void print(Measurements table, String difference) {
    table.print(List.of("requests", "rows", "seconds"));
    List<String> orders = new ArrayList<>(RankerStudy.ORDERS);
    orders.add(difference);
    for (String period : RankerStudy.PERIODS) {
      for (String metric : RankerStudy.METRICS) {
        System.out.println(period + " " + metric);
        table.print(period + " " + metric + " ", orders);
      }
    }
  }

  private String protocol() {
    return "seeds 1 to "
        + seeds
        + "; training on at most "
        + (curve ? IntStream.of(CURVE).max().orElseThrow() : requests)
        + " requests of the rankers' part of train with "
        + negatives
        + " negatives; validation on at most "
        + RebuildConfig.defaults(1).validationRequests()
        + " requests, test on at most "
        + testRequests
        + "; intervals are Student's over the seeds, each of which draws its own users";
  }

  private void requireAtLeastOne(String option, int value) {
    if (value < 1) {
      throw new ParameterException(
          spec.commandLine(), option + " must be at least 1, was " + value);
    }
  }
}
