package watchnext.ingest;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** Folders that appear whole and disappear whole. <i>Immutable.</i> */
final class Folders {

  private Folders() {}

  /**
   * A new folder beside {@code target} to write in. Not one of {@link Files#createTempDirectory},
   * whose permissions would stay with the result.
   */
  static Path temporary(Path target) throws IOException {
    Path folder = target.resolveSibling(prefix(target) + ProcessHandle.current().pid());
    delete(folder);
    return Files.createDirectories(folder);
  }

  /** Deletes what killed processes left of {@link #temporary}; the caller holds a lock. */
  static void deleteLeftovers(Path target) throws IOException {
    List<Path> leftovers;
    try (Stream<Path> siblings = Files.list(target.resolveSibling("."))) {
      leftovers =
          siblings
              .filter(path -> path.getFileName().toString().startsWith(prefix(target)))
              .toList();
    }
    for (Path leftover : leftovers) {
      delete(leftover);
    }
  }

  private static String prefix(Path target) {
    return "." + target.getFileName() + "-writing-";
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
