package watchnext.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The place of a snapshot on the disk: what may be replaced there. <i>Stateless.</i> */
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
}
