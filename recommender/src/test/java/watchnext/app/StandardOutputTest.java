package watchnext.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class StandardOutputTest {

  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(errors, true, StandardCharsets.UTF_8);

  private static OutputStream failing(String why) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(why);
      }
    };
  }

  @Test
  void whatWasWrittenIsThereInUtf8AndTheExitCodeIsTheVerbs() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StandardOutput output = new StandardOutput(bytes);
    output.lines().print("\u30e6\u30fc");
    assertThat(output.end(2, err)).isEqualTo(2);
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("\u30e6\u30fc");
    assertThat(errors.size()).isZero();
  }

  @Test
  void lostResultsAreAFailureInOneSentence() {
    StandardOutput output = new StandardOutput(failing("No space left on device"));
    output.lines().println("a table");
    assertThat(output.end(0, err)).isEqualTo(1);
    assertThat(errors.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "watchnext: results are lost, standard output cannot be written: No space left on"
                + " device");
  }

  @Test
  void aPipeClosedEarlyIsQuiet() {
    StandardOutput output = new StandardOutput(failing("Broken pipe"));
    output.lines().println("a table");
    assertThat(output.end(0, err)).isEqualTo(StandardOutput.PIPE_CLOSED);
    assertThat(errors.size()).isZero();
  }

  @Test
  void theProgramItselfEndsSoOnAFullDevice() throws Exception {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full), "needs /dev/full");
    Process help = program("--help").redirectOutput(full.toFile()).start();
    String said = new String(help.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(help.waitFor()).isEqualTo(1);
    assertThat(said.lines().filter(line -> !line.startsWith("WARNING")))
        .singleElement()
        .asString()
        .startsWith("watchnext: results are lost, standard output cannot be written: ");
  }

  /** The program in a JVM of its own. */
  static ProcessBuilder program(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "watchnext.app.Main"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
