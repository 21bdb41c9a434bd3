package watchnext.app;

import java.io.IOException;
import java.nio.file.Path;
import watchnext.result.HtmlWriter;
import watchnext.result.Result;

/**
 * Where a verb writes its page with plots. <i>Immutable.</i>
 *
 * @param folder gets {@code index.html}
 */
record ReportFolder(Path folder) {

  /**
   * Asks, before any work, whether the page could be written.
   *
   * @throws IOException when it could not
   */
  void require() throws IOException {
    WholeFile.require(page());
  }

  private Path page() {
    return folder.resolve("index.html");
  }

  /** Writes the page, whole or not at all. */
  void write(Result result, Terminal terminal) throws IOException {
    WholeFile.write(page(), HtmlWriter.text(result));
    terminal.accept("report: " + page().toAbsolutePath());
  }
}
