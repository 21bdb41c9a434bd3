package watchnext.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import watchnext.ingest.download.Downloader;
import watchnext.ingest.download.PublicDataSet;
import watchnext.result.Result;

/** {@code watchnext data download}: a public data set into the cache. */
@Command(
    name = "download",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Downloads a public data set, checks its published checksum and unpacks it.",
      "An interrupted download leaves nothing and begins anew."
    })
final class DownloadCommand implements Callable<Integer> {

  private static final String FAMILY = "movielens-";

  @Spec private @Nullable CommandSpec spec;
  @Mixin private OutputOptions output = new OutputOptions();

  @Parameters(
      paramLabel = "NAME",
      description =
          "movielens-latest-small, movielens-100k, -1m, -25m or -32m (100k is short for it).")
  private String name = "";

  @Option(
      names = "--to",
      paramLabel = "DIR",
      defaultValue = "data/cache",
      description = "Where to put it (default: ${DEFAULT-VALUE}).")
  private Path cache = Path.of("data", "cache");

  @Override
  public Integer call() throws Exception {
    Terminal terminal = new Terminal();
    PublicDataSet set = dataSet();
    terminal.accept("licence: " + set.licence());
    terminal.accept("in full: " + set.licencePage());
    try (FileProgress progress = new FileProgress(terminal)) {
      Path folder = new Downloader().download(set, cache, progress);
      output.write(
          Result.of(folder.toString(), Machine.run("data download " + name, 0, "")), terminal);
      terminal.accept("try: watchnext demo --data movielens:" + folder);
    }
    return 0;
  }

  private PublicDataSet dataSet() {
    try {
      return PublicDataSet.named(name.startsWith(FAMILY) ? name : FAMILY + name);
    } catch (IllegalArgumentException e) {
      if (spec == null) {
        throw e;
      }
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
