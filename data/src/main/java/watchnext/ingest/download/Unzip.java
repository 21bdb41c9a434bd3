package watchnext.ingest.download;

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
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import watchnext.ingest.Progress;

/**
 * Unpacks an archive into a folder, trusting nothing it says of itself: names stay inside the
 * folder, every entry becomes a folder or a plain file (a link a file that names its target), and
 * the limits count the bytes that come out. Archives inside the archive stay packed. <i>Confined:
 * one thread at a time.</i>
 */
final class Unzip {

  /** Ample for every data set known here: 32M inflates to a gigabyte, four times its archive. */
  private static final int MOST_ENTRIES = 10_000;

  private static final long MOST_BYTES = 4L << 30;
  private static final int MOST_RATIO = 100;
  private static final long ALWAYS_ALLOWED = 1 << 20;
  private static final int CHUNK = 1 << 14;

  /** Parts that are neither empty nor "." nor "..", without a drive, a backslash or a control. */
  private static final Pattern PLAIN =
      Pattern.compile("(?:(?!\\.{0,2}(?:/|$))[^/\\\\:\\p{Cntrl}]+(?:/|$))+");

  private final Path archive;
  private final Progress progress;
  private final long allowed;
  private long inflated;

  private Unzip(Path archive, Progress progress) throws IOException {
    this.archive = archive;
    this.progress = progress;
    long most = Math.max(ALWAYS_ALLOWED, Files.size(archive) * MOST_RATIO);
    this.allowed = Math.min(MOST_BYTES, most);
  }

  /**
   * Unpacks {@code archive} into {@code target}.
   *
   * @param target an empty folder; after a failure it may hold files, which the caller deletes
   * @throws DownloadException when the archive is not what it should be
   */
  static void unpack(Path archive, Path target, Progress progress) throws IOException {
    new Unzip(archive, progress).into(target.toAbsolutePath().normalize());
  }

  private void into(Path target) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        throw refused(archive, "it has more than " + MOST_ENTRIES + " entries");
      }
      for (ZipEntry entry : Collections.list(zip.entries())) {
        Path file = place(target, entry.getName());
        Files.createDirectories(entry.isDirectory() ? file : file.resolveSibling("."));
        if (!entry.isDirectory()) {
          try (InputStream input = zip.getInputStream(entry)) {
            copy(input, file);
          }
        }
      }
    } catch (ZipException | EOFException e) {
      throw refused(archive, "it is damaged (" + e.getMessage() + ")");
    }
  }

  /** The file of an entry, which must lie inside {@code target} on every system. */
  private Path place(Path target, String name) throws IOException {
    try {
      if (!PLAIN.matcher(name).matches()) {
        throw outside(name);
      }
      Path file = target.resolve(name).normalize();
      if (file.startsWith(target) && !file.equals(target)) {
        return file;
      }
    } catch (InvalidPathException e) {
      // The same sentence for both.
    }
    throw outside(name);
  }

  private DownloadException outside(String name) {
    return refused(archive, "the name \"" + name.strip() + "\" does not stay inside the folder");
  }

  private void copy(InputStream input, Path file) throws IOException {
    byte[] chunk = new byte[CHUNK];
    // A name that comes twice fails here, also when only its case differs.
    try (OutputStream output = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      for (int read = input.read(chunk); read >= 0; read = input.read(chunk)) {
        inflated += read;
        if (inflated > allowed) {
          throw refused(archive, "it inflates to more than " + allowed + " bytes");
        }
        output.write(chunk, 0, read);
        progress.at(String.valueOf(file.getFileName()), 0, inflated, 0);
      }
    } catch (FileAlreadyExistsException e) {
      throw refused(archive, "the file " + file.getFileName() + " comes twice");
    }
  }

  static DownloadException refused(Path archive, String why) {
    return new DownloadException(archive.getFileName() + " was not unpacked: " + why);
  }
}
