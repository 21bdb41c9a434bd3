package watchnext.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be meant is refused at once: exit code 2, one sentence, nothing done. */
class WrongUsageTest {

  @TempDir private Path folder;

  @Test
  void withoutAVerbTheUsageGoesToStandardError() {
    CommandRun run = CommandRun.of();
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("Usage: watchnext ").contains("demo", "train", "verify");
  }

  @Test
  void helpIsAResult() {
    CommandRun run = CommandRun.of("--help");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("Usage: watchnext ");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void anUnknownVerbNamesThoseThatAre() {
    assertRefused(
        "the verb must be one of demo, data, train, evaluate, recommend, verify, world, simulate, settings,"
            + " was \"dmeo\"",
        "watchnext",
        "dmeo");
    assertRefused(
        "the verb must be one of generate, describe, download, was \"delete\"",
        "watchnext data",
        "data",
        "delete");
  }

  @Test
  void dataWithoutAVerbOfItsOwnPrintsItsUsage() {
    CommandRun run = CommandRun.of("data");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("Usage: watchnext data ");
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertRefused("Unknown option: '--wrold'", "watchnext demo", "demo", "--wrold");
    assertRefused("Unknown option: '--wrold'", "watchnext", "--wrold");
  }

  @Test
  void dataOfAnUnknownKindIsRefused() {
    for (String data : new String[] {"parquet:films", "movielens", "movielens:", ":films", ""}) {
      assertRefused(
          "--data must be movielens:DIR, kuairand:DIR or csv:DIR, was \"" + data + "\"",
          "watchnext demo",
          "demo",
          "--data=" + data);
    }
  }

  @Test
  void aTimeInMillisecondsIsRefusedWithAHint() {
    for (String[] time :
        new String[][] {
          {"1714564800000", " (looks like milliseconds)"},
          {"45414", " (looks like an Excel day number, that of 2024-05-02)"},
          {"-9223372036854775808", ""},
          {"tomorrow", ""}
        }) {
      assertRefused(
          "Invalid value for option '--at': expected seconds since 1970 or an instant such as"
              + " 2024-05-01T12:00:00Z, was \""
              + time[0]
              + "\""
              + time[1],
          "watchnext recommend",
          "recommend",
          "--snapshot=nowhere",
          "--user=u",
          "--at=" + time[0]);
    }
  }

  @Test
  void aShareOfUsersIsOneOfKuaiRandAndAbove0() {
    assertRefused(
        "--users is a share of the users of --data kuairand:DIR, which is missing",
        "watchnext data describe",
        "data",
        "describe",
        "--data=csv:x",
        "--users=0.5");
    assertRefused(
        "--users: the share of users must be in (0, 1], was 0.0",
        "watchnext data describe",
        "data",
        "describe",
        "--data=kuairand:x",
        "--users=0");
  }

  @Test
  void dataAndWorldExcludeEachOther() {
    assertRefused(
        "--data and --world exclude each other, give one",
        "watchnext train",
        "train",
        "--data=csv:films",
        "--world=tiny",
        "--out=" + folder.resolve("snapshot"));
  }

  @Test
  void anUnknownWorldIsRefused() {
    assertRefused(
        "--world: a world must be \"tiny\", \"small\" or \"large\", was \"huge\"",
        "watchnext data describe",
        "data",
        "describe",
        "--world=huge");
  }

  @Test
  void anUnknownPolicyForBadRowsIsRefused() {
    assertRefused(
        "--bad-rows must be fail or skip, was \"ignore\"",
        "watchnext data describe",
        "data",
        "describe",
        "--world=tiny",
        "--bad-rows=ignore");
  }

  @Test
  void numbersAreChecked() {
    assertRefused(
        "Invalid value for option '--seed': 'one' is not a long",
        "watchnext demo",
        "demo",
        "--seed=one");
    assertRefused(
        "--set: evaluation.maxRequests must be at least 1, was 0",
        "watchnext demo",
        "demo",
        "--set=evaluation.maxRequests=0");
  }

  @Test
  void aPageIsBounded() {
    for (String size : new String[] {"1001", "2147483647"}) {
      assertRefused(
          "--size must be at most 1000, was " + size,
          "watchnext recommend",
          "recommend",
          "--snapshot=" + folder,
          "--user=u1",
          "--size=" + size);
    }
  }

  @Test
  void whatIsRequiredIsNamed() {
    assertRefused("Missing required parameter: 'SNAPSHOT'", "watchnext verify", "verify");
    assertRefused("Missing required option: '--out=SNAPSHOT'", "watchnext train", "train");
    assertRefused(
        "Missing required option: '--user=ID'",
        "watchnext recommend",
        "recommend",
        "--snapshot=" + folder);
  }

  @Test
  void anUnknownDataSetIsRefusedBeforeTheNetworkIsAsked() {
    assertRefused(
        "the data set must be one of movielens-latest-small, movielens-100k, movielens-1m,"
            + " movielens-25m, movielens-32m, was movielens-7m",
        "watchnext data download",
        "data",
        "download",
        "7m");
  }

  @Test
  void aTableIsNotWrittenOverAFolder() {
    assertRefused(
        "--json: " + folder + " must be a file, is a folder",
        "watchnext demo",
        "demo",
        "--json=" + folder);
  }

  private static void assertRefused(String sentence, String command, String... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.err().lines())
        .containsExactly("watchnext: " + sentence, "Try: " + command + " --help");
    assertThat(run.out()).isEmpty();
    assertThat(run.exit()).isEqualTo(2);
  }
}
