package watchnext.benchmarks.paper;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where Gowalla lies. <i>Confined: one command.</i> */
final class LightGcnFolder {

  @Option(
      names = "--dir",
      required = true,
      paramLabel = "DIR",
      description = "Folder with train.txt and test.txt as LightGCN publishes them.")
  private Path folder = Path.of("");

  /** Both files. */
  LightGcnFiles read() throws IOException {
    return LightGcnFiles.read(folder);
  }
}
