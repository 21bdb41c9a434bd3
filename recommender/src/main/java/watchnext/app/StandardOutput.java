package watchnext.app;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Standard output that remembers when results could not be written: {@link PrintStream} alone says
 * that something failed, not what. <i>Confined: the thread of the verb.</i>
 */
final class StandardOutput {

  /** What shells report of a program that a closed pipe ended: 128 and the number of SIGPIPE. */
  static final int PIPE_CLOSED = 141;

  private final Remembering bytes;
  private final PrintStream lines;

  StandardOutput(OutputStream raw) {
    this.bytes = new Remembering(raw);
    this.lines =
        new PrintStream(new BufferedOutputStream(bytes, 1 << 13), true, StandardCharsets.UTF_8);
  }

  /** Passes bytes on until the first failure, which it keeps. */
  private static final class Remembering extends FilterOutputStream {

    private Optional<IOException> failure = Optional.empty();

    Remembering(OutputStream raw) {
      super(raw);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      try {
        out.write(bytes, from, count);
      } catch (IOException e) {
        failure = failure.isPresent() ? failure : Optional.of(e);
        throw e;
      }
    }
  }

  /** UTF-8 whatever the locale. */
  PrintStream lines() {
    return lines;
  }

  /**
   * Writes out what is left and tells how the run ended. Who closes a pipe early ({@code | head})
   * wants no more: that is quiet, as with other tools.
   *
   * @param exit the verb's own exit code
   * @return that, unless results were lost
   */
  int end(int exit, PrintStream err) {
    lines.flush();
    if (bytes.failure.isEmpty()) {
      return exit;
    }
    String why = String.valueOf(bytes.failure.orElseThrow().getMessage());
    if (why.toLowerCase(Locale.ROOT).contains("pipe")) {
      return PIPE_CLOSED;
    }
    err.println("watchnext: results are lost, standard output cannot be written: " + why);
    return 1;
  }
}
