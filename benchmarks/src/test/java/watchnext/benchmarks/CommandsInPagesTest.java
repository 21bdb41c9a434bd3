package watchnext.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import watchnext.app.Main;

/**
 * Each command that a page names is one that the command line understands. Appendices are left out:
 * their commands are those of the commit that is named beside them.
 */
class CommandsInPagesTest {

  private static final Path ROOT = Path.of("..");

  /**
   * In a code span, which may go over a line end, or a line of a code block up to its comment or
   * the file that its output goes to.
   */
  private static final Pattern COMMAND =
      Pattern.compile(
          "`(?:\\./)?watchnext ([^`]+)`|(?m)^ {4}\\./watchnext ((?:\\\\\\n|[^#>\\n])+)");

  @Test
  void everyCommandParses() throws IOException {
    List<String> refused = new ArrayList<>();
    int commands = 0;
    for (Path page : pages()) {
      Matcher command = COMMAND.matcher(Files.readString(page));
      while (command.find()) {
        commands++;
        String line = command.group(1) == null ? command.group(2) : command.group(1);
        String problem = problem(line.replace("\\\n", " ").strip());
        if (!problem.isEmpty()) {
          refused.add(page + ": " + line + ": " + problem);
        }
      }
    }
    assertThat(refused).isEmpty();
    assertThat(commands).isGreaterThan(20);
  }

  @Test
  void aCommandThatDoesNotExistIsRefused() {
    assertThat(problem("demo --world tiny")).isEmpty();
    assertThat(problem("dance")).contains("dance");
    assertThat(problem("demo --wurld tiny")).contains("--wurld");
  }

  private static String problem(String line) {
    try {
      Main.commandLine().parseArgs(line.split("\\s+"));
      return "";
    } catch (MissingParameterException e) {
      return line.contains(" ") ? String.valueOf(e.getMessage()) : ""; // a verb by its name alone
    } catch (ParameterException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(ROOT::resolve), docs)
          .filter(page -> page.toString().endsWith(".md"))
          .filter(page -> !page.getFileName().toString().startsWith("appendix-"))
          .toList();
    }
  }
}
