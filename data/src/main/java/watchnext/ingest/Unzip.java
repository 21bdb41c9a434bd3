package watchnext.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks an archive of plain files into a folder, trusting nothing it says of itself: names stay
 * inside the folder, links are refused, and the limits count the bytes that come out. Archives
 * inside the archive stay packed. <i>Confined: one thread at a time.</i>
 */
final class Unzip {

  private static final int CHUNK = 1 << 14;

  private final Path archive;
  private final long archiveBytes;
  private final long allowed;
  private final Progress progress;
  private long inflated;

  private Unzip(Path archive, UnpackLimits limits, Progress progress) throws IOException {
    this.archive = archive;
    this.archiveBytes = Files.size(archive);
    this.allowed = limits.allowed(archiveBytes);
    this.progress = progress;
  }

  /**
   * Unpacks {@code archive} into {@code target}.
   *
   * @param target an empty folder; after a failure it may hold files, which the caller deletes
   * @throws DownloadException when the archive is not what it should be
   */
  static void unpack(Path archive, Path target, UnpackLimits limits, Progress progress)
      throws IOException {
    ZipDirectory.check(archive, limits);
    new Unzip(archive, limits, progress).into(target.toAbsolutePath().normalize());
  }

  private void into(Path target) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        Path file = place(target, entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.resolveSibling("."));
          try (InputStream input = zip.getInputStream(entry)) {
            copy(input, file);
          }
        }
      }
    } catch (ZipException | EOFException e) {
      throw new DownloadException(
          archive.getFileName() + " was not unpacked: it is damaged (" + e.getMessage() + ")", e);
    }
  }

  /** The file of an entry, which must lie inside {@code target} on every system. */
  private Path place(Path target, String name) throws IOException {
    String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    for (String part : path.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..") || hasForbidden(part)) {
        throw outside(name);
      }
    }
    try {
      Path file = target.resolve(path).normalize();
      if (!file.startsWith(target) || file.equals(target)) {
        throw outside(name);
      }
      return file;
    } catch (InvalidPathException e) {
      throw outside(name);
    }
  }

  private static boolean hasForbidden(String part) {
    return part.chars().anyMatch(c -> c == '\\' || c == ':' || Character.isISOControl(c));
  }

  private DownloadException outside(String name) {
    return ZipDirectory.refused(
        archive, "the name " + CellText.shown(name) + " does not stay inside the folder");
  }

  private void copy(InputStream input, Path file) throws IOException {
    byte[] chunk = new byte[CHUNK];
    // A name that comes twice fails here, also when only its case differs.
    try (OutputStream output = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      for (int read = input.read(chunk); read >= 0; read = input.read(chunk)) {
        inflated += read;
        if (inflated > allowed) {
          throw ZipDirectory.refused(
              archive,
              "it inflates to more than "
                  + allowed
                  + " bytes (its own size is "
                  + archiveBytes
                  + "; stopped after "
                  + inflated
                  + ")");
        }
        output.write(chunk, 0, read);
        progress.at(String.valueOf(file.getFileName()), 0, inflated, 0);
      }
    } catch (FileAlreadyExistsException e) {
      throw ZipDirectory.refused(archive, CellText.shown(file.toString()) + " comes twice");
    }
  }
}
