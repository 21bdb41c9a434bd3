package watchnext.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a {@link Report} as one HTML file that needs nothing else: script, style and data are all
 * inside. <i>Stateless.</i>
 */
final class ReportPage {

  private ReportPage() {}

  /**
   * Asks, before any work, whether a report could be written to {@code folder}.
   *
   * @throws IOException when it could not
   */
  static void require(Path folder) throws IOException {
    WholeFile.require(page(folder));
  }

  private static Path page(Path folder) {
    return folder.resolve("index.html");
  }

  /** Writes {@code report} to {@code folder/index.html}, whole or not at all. */
  static Path write(Path folder, Report report) throws IOException {
    String data = JsonMapper.builder().build().writeValueAsString(report).replace("<", "\\u003c");
    String html =
        resource("report.html")
            .replace("/*ECHARTS*/", resource("echarts.min.js"))
            .replace("/*DATA*/", data);
    Path page = page(folder);
    WholeFile.write(page, html);
    return page;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ReportPage.class.getResourceAsStream("/watchnext/result/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " must be in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
