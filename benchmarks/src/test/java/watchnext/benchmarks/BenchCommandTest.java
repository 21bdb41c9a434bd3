package watchnext.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import watchnext.app.Main;
import watchnext.app.Verb;

/** The verb that this module brings to the command line. */
class BenchCommandTest {

  @Test
  void theCommandLineFindsTheVerb() {
    assertThat(ServiceLoader.load(Verb.class))
        .extracting(verb -> verb.getClass().getAnnotation(Command.class).name())
        .contains("bench");
    assertThat(run("bench", "--help").exit()).isZero();
  }

  @Test
  void aFilterThatMatchesNothingIsAFailureWithASentence() {
    Outcome outcome = run("bench", "--quick", "--filter", "NoSuchBenchmark");
    assertThat(outcome.err().lines())
        .containsExactly("watchnext: no benchmark's name matches --filter NoSuchBenchmark");
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.exit()).isEqualTo(1);
  }

  @Test
  void aChoiceInTheFilterIsAChoiceAmongBenchmarks() {
    // Without brackets the second branch would match any name that holds "benchmarks".
    assertThat(run("bench", "--filter", "NoSuchBenchmark|^watchnext").exit()).isEqualTo(1);
  }

  @Test
  void aFilterThatIsNoPatternIsWrongUsage() {
    Outcome outcome = run("bench", "--filter", "(");
    assertThat(outcome.err()).startsWith("watchnext: Invalid value for option '--filter'");
    assertThat(outcome.exit()).isEqualTo(2);
  }

  @Test
  void percentilesAreNamedByTheirPercentage() {
    assertThat(BenchCommand.figure("search·p0.50")).isEqualTo("p50");
    assertThat(BenchCommand.figure("recommend·p0.999")).isEqualTo("p99.9");
    assertThat(BenchCommand.figure("recommend·p1.00")).isEqualTo("p100");
    assertThat(BenchCommand.figure("recall")).isEqualTo("recall");
  }

  private record Outcome(int exit, String out, String err) {}

  private static Outcome run(String... arguments) {
    PrintStream realOut = System.out;
    PrintStream realErr = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
      int exit = Main.run(arguments);
      return new Outcome(
          exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(realOut);
      System.setErr(realErr);
    }
  }
}
