package watchnext.benchmarks.ablation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import watchnext.app.DataOptions;
import watchnext.app.Machine;
import watchnext.app.OutputOptions;
import watchnext.app.SettingsOptions;
import watchnext.app.Verb;
import watchnext.assembly.RebuildConfig;
import watchnext.event.Recording;
import watchnext.result.Column;
import watchnext.result.Measured;
import watchnext.result.Result;
import watchnext.result.Run;
import watchnext.result.Table;
import watchnext.settings.Settings;
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
    description = {
      "Trains the rankers of stage 2 on more and on less over the same retrievers.",
      "Unless set otherwise, the base trains on at most 2000 requests (rankerRequests) and is judged on"
          + " 1000 of the test period (evaluation.maxRequests)."
    })
final class RankersCommand implements Verb {

  private static final int[] CURVE = {250, 500, 1_000, 2_000, 4_000, 6_000};

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private DataOptions data = new DataOptions();

  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Train every row with seeds 1 to N (default: ${DEFAULT-VALUE}).")
  private int seeds = 3;

  @Option(
      names = "--curve",
      description = "The learning curve instead: from 250 to 6,000 requests.")
  private boolean curve;

  @Mixin private OutputOptions output = new OutputOptions();

  /** Trains, judges and prints. */
  @Override
  public Integer call() throws IOException {
    requireAtLeastOne("--seeds", seeds);
    RebuildConfig config = config(1);
    Recording recording = data.load();
    List<RankerVariant> variants =
        curve
            ? RankerVariant.curve(CURVE, config.negatives())
            : RankerVariant.all(config.rankerRequests(), config.negatives());
    SeedTable values = new SeedTable(variants.get(0).name());
    for (int seed = 1; seed <= seeds; seed++) {
      values.add(new RankerStudy(recording, config(seed), System.err::println).run(variants));
    }
    Run run =
        Machine.run(
            "ablation rankers " + data.asOptions() + settings.asOptions(), 1, protocol(config));
    Table[] tables = tables(values.rows(), values.difference("page")).toArray(Table[]::new);
    output.write(Result.of("What the rankers are to learn from", run, tables));
    return 0;
  }

  private static List<Table> tables(List<Measured> rows, String difference) {
    List<Table> tables = new ArrayList<>();
    List<Column> sizes = Stream.of("requests", "rows", "seconds").map(Column::figure).toList();
    tables.add(Table.measured("variants", "", "", rows, sizes));
    List<Column> orders = new ArrayList<>();
    RankerStudy.ORDERS.forEach(order -> orders.add(Column.number(order, 4)));
    orders.add(Column.difference(difference, 4));
    for (String period : RankerStudy.PERIODS) {
      for (String metric : RankerStudy.METRICS) {
        String title = period + " " + metric;
        List<Measured> part = rows.stream().map(row -> row.part(title + " ")).toList();
        tables.add(Table.measured(title, title, "", part, orders));
      }
    }
    return tables;
  }

  private RebuildConfig config(long seed) throws IOException {
    return settings.over(
        Settings.with(
            RebuildConfig.defaults(seed), "rankerRequests=2000", "evaluation.maxRequests=1000"));
  }

  private String protocol(RebuildConfig config) {
    return "seeds 1 to "
        + seeds
        + "; training on at most "
        + (curve ? IntStream.of(CURVE).max().orElseThrow() : config.rankerRequests())
        + " requests of the rankers' part of train with "
        + config.negatives()
        + " negatives; validation on at most "
        + config.validationRequests()
        + " requests, test on at most "
        + config.evaluation().maxRequests()
        + "; intervals are Student's over the seeds, each of which draws its own users";
  }

  private void requireAtLeastOne(String option, int value) {
    if (value < 1) {
      throw new ParameterException(
          spec.commandLine(), option + " must be at least 1, was " + value);
    }
  }
}
