package watchnext.ingest;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Folders that appear whole and disappear whole. <i>Immutable.</i> */
final class Folders {

  private Folders() {}

  /**
   * A new folder beside {@code target} to write in; what an earlier run of the same process number
   * left there is deleted first. Not one of {@link Files#createTempDirectory}, whose permissions
   * would stay with the result.
   */
  static Path temporary(Path target) throws IOException {
    String name = "." + target.getFileName() + "-writing-" + ProcessHandle.current().pid();
    Path folder = target.toAbsolutePath().resolveSibling(name);
    delete(folder);
    return Files.createDirectories(folder);
  }

  /** Moves a finished folder to its place, where there is nothing or an empty folder. */
  static void publish(Path finished, Path target) throws IOException {
    Files.deleteIfExists(target);
    try {
      Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(finished, target);
    }
  }

  /** Deletes a folder and all in it, following no links; does nothing when it is not there. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
