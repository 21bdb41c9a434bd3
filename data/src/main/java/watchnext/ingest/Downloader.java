package watchnext.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Fetches a public data set into a cache: download (continued where an earlier run stopped),
 * checksum, unpacking under {@link UnpackLimits limits} in a folder beside, and one move into place
 * at the end. Nothing half-written stays but the {@code .part} file that the next run continues.
 *
 * <p>Show {@link PublicDataSet#licence} before calling. The MD5 of the publisher guards against
 * damage in transit; against a forger it is HTTPS that helps. <i>Thread-safe: a lock on the {@code
 * .part} file keeps two downloads of one set apart, also between processes.</i>
 */
public final class Downloader {

  private static final URI GROUP_LENS = URI.create("https://files.grouplens.org/");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern MD5 = Pattern.compile("\\b[0-9a-fA-F]{32}\\b");

  private final URI base;
  private final Duration patience;
  private final UnpackLimits limits;

  /** A downloader from the publisher. */
  public Downloader() {
    this(GROUP_LENS, PATIENCE, UnpackLimits.DEFAULT);
  }

  /**
   * A downloader from elsewhere.
   *
   * @param base the address below which the publisher's paths are found, ends with a slash
   * @param patience how long to wait for a connection, an answer, or the next byte
   * @param limits how much the archive may become
   */
  public Downloader(URI base, Duration patience, UnpackLimits limits) {
    this.base = base;
    this.patience = patience;
    this.limits = limits;
  }

  /**
   * The folder with the files of {@code set}, fetched if it is not in the cache yet.
   *
   * @param cache holds one folder a data set
   * @param progress hears of the download and of the unpacking
   * @throws DownloadException when that fails; the message says what to do
   * @throws IOException when the cache cannot be written
   */
  public Path download(PublicDataSet set, Path cache, Progress progress) throws IOException {
    Path target = cache.toAbsolutePath().normalize().resolve(set.folder());
    if (Files.isDirectory(target)) {
      return target;
    }
    Files.createDirectories(cache);
    Path part = target.resolveSibling(set.folder() + ".zip.part");
    try (FileChannel channel =
            FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lock(channel, part)) {
      fetch(set, channel, target, progress);
      checkSum(set, channel, part, target);
      unpack(set, part, target, progress);
      channel.truncate(0);
      lock.release();
    } finally {
      if (Files.exists(part) && Files.size(part) == 0) {
        Files.delete(part);
      }
    }
    return target;
  }

  private static FileLock lock(FileChannel channel, Path part) throws IOException {
    String busy = "another download is writing " + part;
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new DownloadException(busy);
      }
      return lock;
    } catch (OverlappingFileLockException e) {
      throw new DownloadException(busy, e);
    }
  }

  private void fetch(PublicDataSet set, FileChannel channel, Path target, Progress progress)
      throws IOException {
    try {
      new Fetch(patience).into(channel, base.resolve(set.archive()), progress);
    } catch (IOException e) {
      throw failed(set, target, e);
    }
  }

  private void checkSum(PublicDataSet set, FileChannel channel, Path part, Path target)
      throws IOException {
    String wanted = set.md5().isEmpty() ? published(set, target) : set.md5();
    String found = md5(part);
    if (!found.equals(wanted)) {
      channel.truncate(0);
      throw new DownloadException(
          set.folder()
              + ".zip has MD5 "
              + found
              + ", its publisher says "
              + wanted
              + ": the file was thrown away, run the same again");
    }
  }

  /** The checksum beside the archive, as {@code md5sum} or BSD's {@code md5} writes it. */
  private String published(PublicDataSet set, Path target) throws IOException {
    try {
      Matcher sum = MD5.matcher(new Fetch(patience).text(base.resolve(set.archive() + ".md5")));
      if (!sum.find()) {
        throw new DownloadException("its .md5 file holds no checksum");
      }
      return sum.group().toLowerCase(Locale.ROOT);
    } catch (IOException e) {
      throw failed(set, target, e);
    }
  }

  private static String md5(Path file) throws IOException {
    try (InputStream input = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      byte[] chunk = new byte[1 << 16];
      for (int read = input.read(chunk); read >= 0; read = input.read(chunk)) {
        digest.update(chunk, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  private void unpack(PublicDataSet set, Path part, Path target, Progress progress)
      throws IOException {
    Folders.deleteLeftovers(target);
    Path temporary = Folders.temporary(target);
    try {
      Unzip.unpack(part, temporary, limits, progress);
      Path folder = temporary.resolve(set.folder());
      if (!Files.isDirectory(folder)) {
        throw ZipDirectory.refused(part, "it has no folder " + set.folder());
      }
      Folders.publish(folder, target);
    } finally {
      Folders.delete(temporary);
    }
  }

  private DownloadException failed(PublicDataSet set, Path target, IOException cause) {
    URI address = base.resolve(set.archive());
    return new DownloadException(
        "could not download "
            + set.folder()
            + " from "
            + address.getHost()
            + ": "
            + reason(cause)
            + "; run the same again to continue, or fetch "
            + address
            + " by other means and unzip it so that "
            + target
            + " holds its files",
        cause);
  }

  private static String reason(IOException cause) {
    Throwable deepest = cause;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    if (deepest instanceof UnresolvedAddressException || deepest instanceof UnknownHostException) {
      return "the host's name is unknown here, is there a network?";
    } else if (cause instanceof HttpTimeoutException) {
      return "it did not answer in time";
    } else if (cause instanceof ConnectException) {
      return "no connection, is there a network?";
    } else if (cause instanceof SSLException) {
      return "its certificate was not accepted (" + deepest.getMessage() + ")";
    } else if (cause instanceof DownloadException) {
      return String.valueOf(cause.getMessage());
    }
    return "the connection broke (" + cause.getMessage() + ")";
  }
}
