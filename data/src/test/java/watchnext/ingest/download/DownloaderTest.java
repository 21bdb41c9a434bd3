package watchnext.ingest.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchnext.ingest.Progress;

class DownloaderTest {

  private static final PublicDataSet SET = PublicDataSet.MOVIELENS_LATEST_SMALL;
  private static final int LARGE = 200_000;

  /** How the server answers the request for the archive. */
  private enum Manner {
    HONEST,
    BREAKS_OFF,
    FALLS_SILENT,
    NEVER_ANSWERS,
    REDIRECTS
  }

  @TempDir Path cache;
  private HttpServer server;
  private ExecutorService workers;
  private final CountDownLatch over = new CountDownLatch(1);
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private volatile byte[] archive = new byte[0];
  private volatile String checksum = "";
  private volatile Manner manner = Manner.HONEST;

  @BeforeEach
  void start() throws Exception {
    serve(Zips.of(Map.of("ml-latest-small/ratings.csv", noise())));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    workers = Executors.newFixedThreadPool(2);
    server.setExecutor(workers);
    server.createContext("/datasets/movielens/ml-latest-small.zip", this::answer);
    server.createContext(
        "/datasets/movielens/ml-latest-small.zip.md5",
        exchange -> send(exchange, 200, checksum.getBytes(UTF_8)));
    for (String path : List.of("/datasets/movielens/ml-100k.zip", "/elsewhere.zip")) {
      server.createContext(path, exchange -> send(exchange, 200, archive));
    }
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    workers.shutdownNow();
  }

  @Test
  void anArchiveIsFetchedCheckedAndUnpackedAndNothingElseStays() throws IOException {
    Path folder = download();
    assertThat(folder).isEqualTo(cache.resolve("ml-latest-small"));
    assertThat(folder.resolve("ratings.csv")).hasBinaryContent(noise());
    assertThat(left()).containsExactly("ml-latest-small");
  }

  @Test
  void whatIsInTheCacheIsNotFetchedAgain() throws IOException {
    download();
    int before = asked.size();
    download();
    assertThat(asked).hasSize(before);
  }

  @Test
  void aBrokenConnectionLeavesNothingAndTheNextRunBeginsAnew() throws IOException {
    manner = Manner.BREAKS_OFF;
    assertThatThrownBy(this::download)
        .isInstanceOf(DownloadException.class)
        .hasMessageStartingWith(
            "could not download ml-latest-small from 127.0.0.1: the connection broke (")
        .hasMessageEndingWith(
            "; run the same again, or fetch "
                + base()
                + "datasets/movielens/ml-latest-small.zip by other means and unzip it so that "
                + cache.resolve("ml-latest-small")
                + " holds its files");
    assertThat(left()).isEmpty();
    manner = Manner.HONEST;
    assertThat(download().resolve("ratings.csv")).hasBinaryContent(noise());
  }

  @Test
  void aServerThatFallsSilentIsGivenUp() {
    manner = Manner.FALLS_SILENT;
    Downloader impatient = new Downloader(base(), Duration.ofMillis(400));
    assertThatThrownBy(() -> impatient.download(SET, cache, Progress.NONE))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("it stopped sending after " + LARGE / 2 + " bytes");
  }

  @Test
  void aFileWithAnotherChecksumIsThrownAway() {
    checksum = "MD5 (ml-latest-small.zip) = 00000000000000000000000000000000\n";
    assertThatThrownBy(this::download)
        .isInstanceOf(DownloadException.class)
        .hasMessage(
            "ml-latest-small.zip has MD5 "
                + md5(archive)
                + ", its publisher says 00000000000000000000000000000000:"
                + " the file was thrown away, run the same again");
    assertThat(left()).isEmpty();
  }

  @Test
  void aPinnedChecksumIsNotAskedOfTheServer() {
    assertThatThrownBy(
            () -> downloader().download(PublicDataSet.MOVIELENS_100K, cache, Progress.NONE))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("its publisher says 0e33842e24a9c977be4e0107933c0723");
    assertThat(left()).isEmpty();
  }

  @Test
  void aChecksumFileWithoutAChecksumIsNamed() {
    checksum = "<html>not here</html>";
    assertThatThrownBy(this::download)
        .hasMessageContaining("127.0.0.1: its .md5 file holds no checksum; run the same again");
  }

  @Test
  void aMissingFileIsNamedWithItsStatus() {
    assertThatThrownBy(
            () -> downloader().download(PublicDataSet.MOVIELENS_1M, cache, Progress.NONE))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining(
            "could not download ml-1m from 127.0.0.1: it answered with status 404 for ml-1m.zip;");
    assertThat(left()).isEmpty();
  }

  @Test
  void withoutANetworkThereIsOneSentence() {
    URI nobody = base();
    server.stop(0);
    Downloader downloader = new Downloader(nobody, Duration.ofSeconds(5));
    assertThatThrownBy(() -> downloader.download(SET, cache, Progress.NONE))
        .isInstanceOf(DownloadException.class)
        .hasMessageStartingWith(
            "could not download ml-latest-small from 127.0.0.1: no connection, is there a network?;"
                + " run the same again, or fetch ");
    assertThat(left()).isEmpty();
  }

  @Test
  void anUnknownHostIsNamed() {
    Downloader downloader =
        new Downloader(URI.create("http://watchnext.invalid/"), Duration.ofSeconds(5));
    assertThatThrownBy(() -> downloader.download(SET, cache, Progress.NONE))
        .isInstanceOf(DownloadException.class)
        .hasMessageStartingWith("could not download ml-latest-small from watchnext.invalid: ");
  }

  @Test
  void anArchiveThatIsRefusedLeavesNoFolder() throws Exception {
    serve(Zips.of(Map.of("ml-latest-small/zeros", new byte[8 << 20])));
    assertThatThrownBy(this::download)
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("it inflates to more than 1048576 bytes");
    assertThat(left()).isEmpty();
  }

  @Test
  void whatAKilledRunLeftIsClearedAway() throws IOException {
    Path left = Files.createDirectory(cache.resolve(".ml-latest-small-writing-0"));
    Files.writeString(left.resolve("half"), "half");
    download();
    assertThat(left()).containsExactly("ml-latest-small");
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() {
    manner = Manner.NEVER_ANSWERS;
    Downloader impatient = new Downloader(base(), Duration.ofMillis(400));
    assertThatThrownBy(() -> impatient.download(SET, cache, Progress.NONE))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("127.0.0.1: it did not answer in time; run the same again");
    assertThat(left()).isEmpty();
  }

  @Test
  void aRedirectIsFollowed() throws IOException {
    manner = Manner.REDIRECTS;
    assertThat(download().resolve("ratings.csv")).hasBinaryContent(noise());
  }

  @Test
  void aFileLongerThanItMayBeIsRefused() {
    checksum = "x".repeat(5_000);
    assertThatThrownBy(this::download)
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("127.0.0.1: it sent more than 4096 bytes; run the same again");
    assertThat(left()).isEmpty();
  }

  @Test
  void anArchiveOfSomethingElseIsRefused() throws Exception {
    serve(Zips.of("other/ratings.csv", "x"));
    assertThatThrownBy(this::download)
        .hasMessageEndingWith("was not unpacked: it has no folder ml-latest-small");
  }

  @Test
  void twoDownloadsOfOneSetDoNotMeet() throws IOException {
    Path part = cache.resolve("ml-latest-small.zip.part");
    try (FileChannel channel =
            FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThatThrownBy(this::download)
          .isInstanceOf(DownloadException.class)
          .hasMessage("another download is writing " + part);
    }
  }

  @Test
  void dataSetsAreNamedOnTheCommandLine() {
    assertThat(PublicDataSet.named("movielens-25m")).isEqualTo(PublicDataSet.MOVIELENS_25M);
    assertThat(PublicDataSet.MOVIELENS_25M.licencePage())
        .isEqualTo("https://files.grouplens.org/datasets/movielens/ml-25m-README.html");
    assertThatThrownBy(() -> PublicDataSet.named("netflix"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the data set must be one of movielens-latest-small, movielens-100k, movielens-1m,"
                + " movielens-25m, movielens-32m, was netflix");
  }

  private Path download() throws IOException {
    return downloader().download(SET, cache, Progress.NONE);
  }

  private Downloader downloader() {
    return new Downloader(base(), Duration.ofSeconds(20));
  }

  private URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private List<String> left() {
    try (Stream<Path> files = Files.list(cache)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(byte[] zip) {
    archive = zip;
    checksum = md5(zip) + "  ml-latest-small.zip\n";
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI().getPath());
    switch (manner) {
      case HONEST -> send(exchange, 200, archive);
      case REDIRECTS -> {
        exchange.getResponseHeaders().set("Location", "/elsewhere.zip");
        send(exchange, 302, new byte[] {'?'});
      }
      case BREAKS_OFF -> {
        exchange.sendResponseHeaders(200, archive.length);
        exchange.getResponseBody().write(archive, 0, archive.length / 2);
        exchange.getResponseBody().flush();
        exchange.close();
      }
      case NEVER_ANSWERS -> {
        awaitTheEnd();
        exchange.close();
      }
      case FALLS_SILENT -> {
        exchange.sendResponseHeaders(200, archive.length);
        exchange.getResponseBody().write(archive, 0, LARGE / 2);
        exchange.getResponseBody().flush();
        awaitTheEnd();
        exchange.close();
      }
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void awaitTheEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Bytes that do not compress. */
  private static byte[] noise() {
    byte[] bytes = new byte[LARGE];
    new SplittableRandom(7).nextBytes(bytes);
    return bytes;
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
