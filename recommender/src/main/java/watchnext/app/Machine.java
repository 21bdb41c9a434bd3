package watchnext.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import watchnext.math.Kernels;
import watchnext.result.Run;

/** What a number was measured on, for every table that is kept. */
public final class Machine {

  private Machine() {}

  /** How the figures of a command are made, on this machine. */
  public static Run run(String command, long seed, String protocol) {
    return new Run(command, commit(), describe(), seed, protocol);
  }

  /** One line: processor, cores, heap, Java, kernels. */
  static String describe() {
    Runtime runtime = Runtime.getRuntime();
    return String.format(
        Locale.ROOT,
        "%s, %d cores, heap %.1f GiB, Java %s, %s kernels",
        processor().orElse(System.getProperty("os.arch", "unknown")),
        runtime.availableProcessors(),
        runtime.maxMemory() / (double) (1 << 30),
        Runtime.version(),
        Kernels.BEST.name());
  }

  /** The commit that the launcher found, "unknown" outside a checkout. */
  static String commit() {
    return Optional.ofNullable(System.getenv("WATCHNEXT_COMMIT")).orElse("unknown");
  }

  private static Optional<String> processor() {
    Path cpus = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(cpus)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(cpus)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
