package watchnext.snapshot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The place of a snapshot on the disk: what may be replaced there, and how it is replaced.
 * <i>Stateless.</i>
 */
final class SnapshotPlace {

  private SnapshotPlace() {}

  /**
   * The place that {@code folder} names.
   *
   * @throws SnapshotException when nothing can stand beside it
   */
  static Path of(Path folder) {
    Path place = folder.toAbsolutePath().normalize();
    if (place.getParent() == null) {
      throw new SnapshotException("a snapshot needs a folder of its own, was given " + folder);
    }
    return place;
  }

  /** Deletes what programs that crashed left unfinished for {@code place}. */
  static void clearLeftovers(Path place) throws IOException {
    Path parent = place.resolveSibling("");
    if (!Files.isDirectory(parent)) {
      return;
    }
    for (Path file : files(parent)) {
      String name = String.valueOf(file.getFileName());
      String prefix = prefix(place);
      String pid = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
      if (pid.matches("[0-9]{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
        delete(file);
      }
    }
  }

  private static String prefix(Path place) {
    return "." + place.getFileName() + ".tmp-";
  }

  /** A new folder beside {@code place}, with the rights that folders have here. */
  static Path temporary(Path place) throws IOException {
    Path folder = place.resolveSibling(prefix(place) + ProcessHandle.current().pid());
    Files.createDirectories(folder.resolveSibling(""));
    delete(folder);
    return Files.createDirectory(folder);
  }

  /**
   * Lets pass what may be replaced: nothing, an empty folder, or a snapshot of which every file is
   * one that the manifest names. Many programs call a file manifest.json; its name proves nothing.
   *
   * @throws SnapshotException for anything else
   */
  static void refuseForeign(Path place) throws IOException {
    if (!Files.exists(place)) {
      return;
    }
    if (!Files.isDirectory(place)) {
      throw new SnapshotException(place + " is a file: it is left as it is, choose another place");
    }
    List<Path> files = files(place);
    if (files.isEmpty()) {
      return;
    }
    Set<String> own = ownFiles(place);
    for (Path file : files) {
      if (!own.contains(String.valueOf(file.getFileName()))) {
        throw new SnapshotException(
            place
                + " holds "
                + file.getFileName()
                + ", which is no part of a snapshot: it is left as it is, choose another place");
      }
    }
  }

  private static Set<String> ownFiles(Path place) throws IOException {
    Set<String> names = new HashSet<>(Set.of(Manifest.FILE, Manifest.SEAL));
    try {
      SnapshotStore.readManifest(place).parts().forEach(part -> names.add(part.name()));
    } catch (SnapshotException e) {
      throw new SnapshotException(
          place
              + " is not a snapshot and not empty ("
              + e.getMessage()
              + "): it is left as it is, choose another place",
          e);
    }
    return names;
  }

  /** The entries of a folder, by name. */
  static List<Path> files(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  /** Puts the folder {@code temporary} at {@code place}; what was there is deleted. */
  static void moveIntoPlace(Path temporary, Path place) throws IOException {
    Path parent = temporary.resolveSibling("");
    Path old = place.resolveSibling("." + place.getFileName() + ".old");
    delete(old);
    boolean replaces = Files.exists(place);
    if (replaces) {
      move(place, old);
    }
    try {
      move(temporary, place);
    } catch (IOException e) {
      if (replaces) {
        move(old, place);
      }
      throw e;
    }
    force(parent);
    delete(old);
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to);
    }
  }

  /**
   * Forces a file or a folder to the disk; folders cannot be opened everywhere, which is let pass.
   */
  static void force(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
        channel.force(true);
      } catch (IOException e) {
        if (!System.getProperty("os.name", "").startsWith("Windows")) {
          throw e;
        }
      }
      return;
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Deletes a folder and all in it, if it is there; links are not followed. */
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
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
