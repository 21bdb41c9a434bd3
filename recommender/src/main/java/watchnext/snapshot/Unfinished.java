package watchnext.snapshot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/**
 * A folder in the making, beside the place it is made for. It is deleted when it is closed before
 * it was moved there, and also when the program is ended meanwhile (SIGTERM, Ctrl-C). Only a crash
 * leaves it behind; the next one for the same place clears that away. <i>Thread-safe: the folder is
 * either moved or deleted, under one lock.</i>
 */
final class Unfinished implements AutoCloseable {

  private static final int ATTEMPTS = 5;

  private final Path place;
  private final Path folder;
  private final Thread onExit = new Thread(this::abandon, "unfinished snapshot");
  private boolean isAbandoned;

  /** A new folder beside {@code place}, with the rights that folders have there. */
  Unfinished(Path place) throws IOException {
    String prefix = "." + place.getFileName() + ".tmp-";
    this.place = place;
    this.folder = place.resolveSibling(prefix + ProcessHandle.current().pid());
    Path parent = Files.createDirectories(place.resolveSibling(""));
    for (Path file : SnapshotPlace.files(parent)) {
      String name = String.valueOf(file.getFileName());
      if (name.startsWith(prefix) && hasEnded(name.substring(prefix.length()))) {
        delete(file);
      }
    }
    delete(folder);
    Files.createDirectory(folder);
    Runtime.getRuntime().addShutdownHook(onExit);
  }

  private static boolean hasEnded(String pid) {
    return pid.matches("[0-9]{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
  }

  Path folder() {
    return folder;
  }

  /** Forces the folder to the disk and puts it in its place; what was there is deleted. */
  synchronized void moveIntoPlace() throws IOException {
    if (isAbandoned) {
      throw new IOException("the program was ended before " + place + " was written");
    }
    for (Path file : SnapshotPlace.files(folder)) {
      force(file);
    }
    force(folder);
    Path old = place.resolveSibling("." + place.getFileName() + ".old");
    delete(old);
    boolean replaces = Files.exists(place);
    if (replaces) {
      Files.move(place, old);
    }
    try {
      Files.move(folder, place);
    } catch (IOException e) {
      if (replaces) {
        Files.move(old, place);
      }
      throw e;
    }
    force(place.resolveSibling(""));
    delete(old);
  }

  /** The other thread may still be writing a file: then the folder is not empty yet. */
  synchronized void abandon() {
    isAbandoned = true;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        delete(folder);
        return;
      } catch (IOException e) {
        // Tried again; what stays is cleared away by the next one.
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException e) {
      // The program is ending: the hook runs.
      return;
    }
    delete(folder);
  }

  /** Forces a file or a folder to the disk; Windows opens no folders, which is let pass. */
  private static void force(Path path) throws IOException {
    boolean isFolder = Files.isDirectory(path);
    try (FileChannel channel =
        FileChannel.open(path, isFolder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
      channel.force(true);
    } catch (IOException e) {
      if (!isFolder || !System.getProperty("os.name", "").startsWith("Windows")) {
        throw e;
      }
    }
  }

  /** Deletes a folder and all in it, if it is there; links are not followed. */
  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (var files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }
}
