package watchnext.app;

import picocli.CommandLine.Option;
import watchnext.pipeline.PeriodSize;

/** How thin a period may be before its figures are refused. <i>Confined: one thread.</i> */
final class PeriodOptions {

  @Option(
      names = "--least-users",
      paramLabel = "N",
      converter = AtLeastOne.class,
      description = "Users with a good watch that validation and test must each have (default: 5).")
  private int users = PeriodSize.DEFAULT.leastUsers();

  @Option(
      names = "--least-requests",
      paramLabel = "N",
      converter = AtLeastOne.class,
      description = "Days of users with a good watch that each must have (default: 10).")
  private int requests = PeriodSize.DEFAULT.leastRequests();

  PeriodSize size() {
    return new PeriodSize(users, requests);
  }
}
