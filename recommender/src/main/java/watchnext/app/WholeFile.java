package watchnext.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import watchnext.snapshot.WritableFolder;

/**
 * Writes a file whole or not at all, so that nobody reads half a table. Links are followed. A
 * device or a pipe is written to as it is: it cannot be replaced. <i>Stateless; two writers of one
 * file must take turns.</i>
 */
final class WholeFile {

  private static final Path STANDARD_OUTPUT = Path.of("/dev/stdout");
  private static final int MOST_LINKS = 40;

  private WholeFile() {}

  /**
   * Asks, before any work, whether {@code file} could be written.
   *
   * @throws IOException when it is a folder, or it or its folder is closed for writing
   */
  static void require(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + " must be a file, is a folder");
    }
    if (isSpecial(file)) {
      if (!Files.isWritable(file)) {
        throw new IOException(file + " is closed for writing");
      }
      return;
    }
    WritableFolder.require(target(file).resolveSibling(""));
  }

  /** Writes {@code text} to {@code file}, making the folders above it. */
  static void write(Path file, String text) throws IOException {
    require(file);
    try {
      if (isStandardOutput(file)) {
        System.out.print(text);
      } else if (isSpecial(file)) {
        Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
      } else {
        replace(target(file), text);
      }
    } catch (IOException e) {
      throw new IOException(file + " cannot be written: " + Failure.sentence(e), e);
    }
  }

  /** Not by {@link Files#createTempFile}, whose permissions (the owner's alone) would stay. */
  private static void replace(Path place, String text) throws IOException {
    Files.createDirectories(place.resolveSibling(""));
    Path temporary =
        place.resolveSibling("." + place.getFileName() + "-" + ProcessHandle.current().pid());
    temporary.toFile().deleteOnExit();
    try {
      Files.writeString(temporary, text, StandardCharsets.UTF_8);
      Files.move(temporary, place, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static boolean isSpecial(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file);
  }

  /** A second opening of standard output would write over what the first one wrote. */
  private static boolean isStandardOutput(Path file) throws IOException {
    return Files.exists(file)
        && Files.exists(STANDARD_OUTPUT)
        && Files.isSameFile(file, STANDARD_OUTPUT);
  }

  /** The file that links lead to, whether it is there or not. */
  private static Path target(Path file) throws IOException {
    Path place = file.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(place); links++) {
      if (links == MOST_LINKS) {
        throw new IOException(file + " must lead to a file, leads round in links");
      }
      place = place.resolveSibling(Files.readSymbolicLink(place));
    }
    if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS) || place.getFileName() == null) {
      throw new IOException(file + " must be a file, is a folder");
    }
    return place;
  }
}
