package watchnext.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes a file whole or not at all, so that nobody reads half a table. <i>Stateless; two writers
 * of one file must take turns.</i>
 */
final class WholeFile {

  private WholeFile() {}

  /**
   * Writes {@code text} to {@code file}, making the folders above it. Not by {@link
   * Files#createTempFile}, whose permissions (the owner's alone) would stay with the result.
   */
  static void write(Path file, String text) throws IOException {
    Path place = file.toAbsolutePath();
    Path parent = place.getParent();
    if (parent == null || Files.isDirectory(place)) {
      throw new IOException(file + " must be a file, is a folder");
    }
    Files.createDirectories(parent);
    Path temporary =
        place.resolveSibling("." + place.getFileName() + "-" + ProcessHandle.current().pid());
    try {
      Files.writeString(temporary, text, StandardCharsets.UTF_8);
      Files.move(temporary, place, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
