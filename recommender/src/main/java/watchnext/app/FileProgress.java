package watchnext.app;

import java.util.HashMap;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import watchnext.ingest.Progress;
import watchnext.result.Visible;

/**
 * How far a reading or download is: a bar where the launcher found a terminal, a line a tenth
 * elsewhere. <i>Confined: one reading at a time.</i>
 */
final class FileProgress implements Progress, AutoCloseable {

  private static final int LINES = 10;

  private final Terminal terminal;
  private final boolean interactive = System.getenv("WATCHNEXT_TERMINAL") != null;
  private final Map<String, ProgressBar> bars = new HashMap<>();
  private final Map<String, Long> tenths = new HashMap<>();

  FileProgress(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void at(String file, long rows, long bytes, long totalBytes) {
    if (interactive) {
      ProgressBar bar = bars.computeIfAbsent(file, name -> bar(name, totalBytes));
      bar.stepTo(bytes);
      return;
    }
    long tenth = totalBytes > 0 ? bytes * LINES / totalBytes : 0;
    if (tenth > tenths.getOrDefault(file, totalBytes > 0 ? -1L : 0L)) {
      tenths.put(file, tenth);
      terminal.accept(
          file
              + ": "
              + (rows > 0 ? rows + " rows, " : "")
              + (bytes >> 20)
              + (totalBytes > 0 ? " of " + (totalBytes >> 20) : "")
              + " MiB");
    }
  }

  private static ProgressBar bar(String name, long totalBytes) {
    return new ProgressBarBuilder()
        .setTaskName(Visible.line(name))
        .setInitialMax(totalBytes)
        .setUnit(" MiB", 1 << 20)
        .build();
  }

  @Override
  public void close() {
    bars.values().forEach(ProgressBar::close);
  }
}
