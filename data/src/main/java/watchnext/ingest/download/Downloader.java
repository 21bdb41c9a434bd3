package watchnext.ingest.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import watchnext.ingest.Folders;
import watchnext.ingest.Progress;

/**
 * Fetches a public data set into a cache: download, checksum, unpacking in a folder beside, and one
 * move into place at the end. Whatever fails, nothing stays behind, and the next run starts anew.
 *
 * <p>Show {@link PublicDataSet#licence} before calling. The MD5 of the publisher guards against
 * damage in transit; against a forger it is HTTPS that helps. <i>Thread-safe: a lock on the {@code
 * .part} file keeps two downloads of one set apart, also between processes.</i>
 */
public final class Downloader {

  private static final URI GROUP_LENS = URI.create("https://files.grouplens.org/");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern MD5 = Pattern.compile("\\b[0-9a-fA-F]{32}\\b");
  private static final long MOST_BYTES = 2L << 30;
  private static final long MOST_CHECKSUM_BYTES = 4096;

  private final URI base;
  private final Fetch fetch;

  /** A downloader from the publisher. */
  public Downloader() {
    this(GROUP_LENS, PATIENCE);
  }

  /**
   * A downloader from elsewhere.
   *
   * @param base the address below which the publisher's paths are found, ends with a slash
   * @param patience how long to wait for a connection, an answer, or the next byte
   */
  public Downloader(URI base, Duration patience) {
    this.base = base;
    this.fetch = new Fetch(patience);
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
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      lock(channel, part);
      try {
        fetch(set, channel.truncate(0), target, progress);
        unpack(set, part, target, progress);
      } finally {
        Files.delete(part);
      }
    }
    return target;
  }

  /** Locks the file until the channel is closed. */
  private static void lock(FileChannel channel, Path part) throws IOException {
    String busy = "another download is writing " + part;
    try {
      if (channel.tryLock() == null) {
        throw new DownloadException(busy);
      }
    } catch (OverlappingFileLockException e) {
      throw new DownloadException(busy, e);
    }
  }

  private void fetch(PublicDataSet set, FileChannel part, Path target, Progress progress)
      throws IOException {
    URI address = base.resolve(set.archive());
    MessageDigest md5 = md5();
    String published;
    try {
      OutputStream file = new DigestOutputStream(Channels.newOutputStream(part), md5);
      fetch.into(file, address, MOST_BYTES, progress);
      published = set.md5().isEmpty() ? publishedSum(set) : set.md5();
    } catch (IOException e) {
      throw new DownloadException(
          String.format(
              "could not download %s from %s: %s; run the same again, or fetch %s by other means"
                  + " and unzip it so that %s holds its files",
              set.folder(), address.getHost(), Fetch.reason(e), address, target),
          e);
    }
    String found = HexFormat.of().formatHex(md5.digest());
    if (!found.equals(published)) {
      throw new DownloadException(
          String.format(
              "%s.zip has MD5 %s, its publisher says %s: the file was thrown away, run the same"
                  + " again",
              set.folder(), found, published));
    }
  }

  /** The checksum beside the archive, as {@code md5sum} or BSD's {@code md5} writes it. */
  private String publishedSum(PublicDataSet set) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    fetch.into(text, base.resolve(set.archive() + ".md5"), MOST_CHECKSUM_BYTES, Progress.NONE);
    Matcher sum = MD5.matcher(text.toString(StandardCharsets.UTF_8));
    if (!sum.find()) {
      throw new DownloadException("its .md5 file holds no checksum");
    }
    return sum.group().toLowerCase(Locale.ROOT);
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  private static void unpack(PublicDataSet set, Path part, Path target, Progress progress)
      throws IOException {
    Folders.deleteLeftovers(target);
    Path temporary = Folders.temporary(target);
    try {
      Unzip.unpack(part, temporary, progress);
      Path folder = temporary.resolve(set.folder());
      if (!Files.isDirectory(folder)) {
        throw Unzip.refused(part, "it has no folder " + set.folder());
      }
      Folders.publish(folder, target);
    } finally {
      Folders.delete(temporary);
    }
  }
}
