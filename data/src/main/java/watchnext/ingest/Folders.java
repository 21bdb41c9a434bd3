package watchnext.ingest;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that appear whole and disappear whole. <i>Stateless.</i> */
public final class Folders {

  private Folders() {}

  /**
   * A new folder beside {@code target} to write in. Not one of {@link Files#createTempDirectory},
   * whose permissions would stay with the result.
   */
  public static Path temporary(Path target) throws IOException {
    Path folder = target.resolveSibling(prefix(target) + ProcessHandle.current().pid());
    delete(folder);
    return Files.createDirectories(folder);
  }

  /** Deletes what killed processes left of {@link #temporary}; the caller holds a lock. */
  public static void deleteLeftovers(Path target) throws IOException {
    try (DirectoryStream<Path> leftovers =
        Files.newDirectoryStream(
            target.resolveSibling("."),
            path -> path.getFileName().toString().startsWith(prefix(target)))) {
      for (Path leftover : leftovers) {
        delete(leftover);
      }
    }
  }

  private static String prefix(Path target) {
    return "." + target.getFileName() + "-writing-";
  }

  /** Moves a finished folder to its place, where there is nothing or an empty folder. */
  public static void publish(Path finished, Path target) throws IOException {
    Files.deleteIfExists(target);
    try {
      Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(finished, target);
    }
  }

  /** Deletes a folder and all in it, following no links; does nothing when it is not there. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(folder)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
