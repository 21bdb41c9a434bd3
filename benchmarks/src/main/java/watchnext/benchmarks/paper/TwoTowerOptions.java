package watchnext.benchmarks.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import watchnext.model.twotower.DescentConfig;
import watchnext.model.twotower.GuardConfig;
import watchnext.model.twotower.LogQ;
import watchnext.model.twotower.SoftmaxConfig;
import watchnext.model.twotower.TwoTowerConfig;
import watchnext.model.twotower.UserIdConfig;

/** Other settings for the two-tower rows of a table. */
final class TwoTowerOptions {

  @Option(
      names = "--tower-dimension",
      paramLabel = "D",
      split = ",",
      description = "Dimensions of the two-tower rows (default: those of the table).")
  private List<Integer> dimensions = List.of();

  @Option(names = "--tower-epochs", paramLabel = "N", description = "Epochs of the two towers.")
  private @Nullable Integer epochs;

  @Option(names = "--tower-batch", paramLabel = "N", description = "Rows of a step.")
  private @Nullable Integer batch;

  @Option(names = "--tower-rate", paramLabel = "R", description = "Learning rate of the tables.")
  private @Nullable Double rate;

  @Option(
      names = "--tower-regularization",
      paramLabel = "L",
      description = "Penalty of the tables.")
  private @Nullable Double regularization;

  @Option(
      names = "--tower-history-dropout",
      paramLabel = "P",
      description = "Share of a history that a step leaves out.")
  private @Nullable Double historyDropout;

  @Option(names = "--tower-temperature", paramLabel = "T", description = "Fixed temperature.")
  private @Nullable Double temperature;

  @Option(
      names = "--tower-negatives",
      paramLabel = "N",
      description = "Uniform negatives beside those of the batch.")
  private @Nullable Integer negatives;

  @Option(
      names = "--tower-popularity",
      paramLabel = "B",
      description = "Weight of the logarithm of a video's watches beside its logit.")
  private @Nullable Double popularity;

  @Option(names = "--tower-logq", paramLabel = "MODE", description = "NONE, ALL or NEGATIVES.")
  private @Nullable LogQ logQ;

  @Option(
      names = "--tower-examples",
      paramLabel = "N",
      description = "Most examples of one user an epoch, 0 for all.")
  private @Nullable Integer examplesPerUser;

  @Option(names = "--tower-user-ids", description = "Users have vectors of their own.")
  private boolean userIds;

  @Option(
      names = "--tower-user-dropout",
      paramLabel = "P",
      description = "Share of rows that go without their user's vector.")
  private @Nullable Double userDropout;

  @Option(
      names = "--tower-user-rate",
      paramLabel = "R",
      description = "Rate of the users' vectors as a share of that of the tables.")
  private @Nullable Double userRate;

  /** The table's settings with what was given in their place. */
  List<TwoTowerConfig> configs(List<TwoTowerConfig> defaults) {
    List<TwoTowerConfig> bases =
        dimensions.isEmpty()
            ? defaults
            : dimensions.stream().map(d -> defaults.get(0).withShape(d, 0)).toList();
    return bases.stream().map(this::changed).toList();
  }

  private TwoTowerConfig changed(TwoTowerConfig config) {
    return config
        .withUserIds(changed(config.userIds()))
        .withPopularity(popularity == null ? config.popularity() : popularity)
        .withSoftmax(changed(config.softmax()))
        .withGuards(changed(config.guards()))
        .withDescent(changed(config.descent()));
  }

  private UserIdConfig changed(UserIdConfig users) {
    UserIdConfig changed = userIds ? UserIdConfig.LEARNT : users;
    changed = userDropout == null ? changed : changed.withDropout(userDropout);
    return userRate == null ? changed : changed.withRateShare(userRate);
  }

  private SoftmaxConfig changed(SoftmaxConfig softmax) {
    SoftmaxConfig changed = softmax;
    changed = temperature == null ? changed : changed.withTemperature(temperature, false);
    changed = negatives == null ? changed : changed.withMixedNegatives(negatives);
    return logQ == null ? changed : changed.withLogQ(logQ);
  }

  private GuardConfig changed(GuardConfig guards) {
    GuardConfig changed = guards;
    changed = regularization == null ? changed : changed.withRegularization(regularization);
    return historyDropout == null ? changed : changed.withHistoryDropout(historyDropout);
  }

  private DescentConfig changed(DescentConfig descent) {
    DescentConfig changed = descent;
    changed = epochs == null ? changed : changed.withPasses(epochs, changed.batchSize());
    changed = batch == null ? changed : changed.withPasses(changed.epochs(), batch);
    changed = rate == null ? changed : changed.withTableLearningRate(rate);
    return examplesPerUser == null ? changed : changed.withExamplesPerUser(examplesPerUser);
  }
}
