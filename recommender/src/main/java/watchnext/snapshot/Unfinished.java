package watchnext.snapshot;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A folder in the making, beside the place it is made for. It is deleted when it is closed before
 * it was moved there, and also when the program is ended meanwhile (SIGTERM, Ctrl-C). Only a crash
 * leaves it behind; the next one for the same place clears that away. <i>Thread-safe: the folder is
 * either moved or deleted, under one lock.</i>
 */
final class Unfinished implements AutoCloseable {

  private static final int ATTEMPTS = 5;

  private final Path folder;
  private final Thread onExit = new Thread(this::abandon, "unfinished snapshot");
  private boolean isAbandoned;

  Unfinished(Path place) throws IOException {
    SnapshotPlace.clearLeftovers(place);
    this.folder = SnapshotPlace.temporary(place);
    Runtime.getRuntime().addShutdownHook(onExit);
  }

  Path folder() {
    return folder;
  }

  /** Puts the folder at {@code place}; what was there is deleted. */
  synchronized void moveTo(Path place) throws IOException {
    if (isAbandoned) {
      throw new IOException("the program was ended before " + place + " was written");
    }
    SnapshotPlace.moveIntoPlace(folder, place);
  }

  /** The other thread may still be writing a file: then the folder is not empty yet. */
  synchronized void abandon() {
    isAbandoned = true;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        SnapshotPlace.delete(folder);
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
    SnapshotPlace.delete(folder);
  }
}
