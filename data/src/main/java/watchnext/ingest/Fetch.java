package watchnext.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gets files over HTTP: small ones into memory, large ones into a file that a later run continues
 * with a {@code Range} request. An answer that stands still for the given patience is given up.
 * <i>Confined: one thread at a time.</i>
 */
final class Fetch {

  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int BEYOND_END = 416;
  private static final long MOST_BYTES = 2L << 30;
  private static final int MOST_TEXT = 4096;
  private static final long POLL_MILLIS = 200;

  private final HttpClient client;
  private final Duration patience;

  Fetch(Duration patience) {
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  /** A small text. */
  String text(URI address) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BodySink sink =
        new BodySink(
            piece -> {
              while (piece.hasRemaining()) {
                bytes.write(piece.get());
              }
            },
            MOST_TEXT);
    int status =
        send(HttpRequest.newBuilder(address), info -> sink, sink, quiet -> {}).statusCode();
    if (status != OK) {
      throw answered(address, status);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Fills {@code part} from where it ends; leaves in it what came when the rest did not. */
  void into(FileChannel part, URI address, Progress progress) throws IOException {
    long had = part.size();
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (had > 0) {
      request.header("Range", "bytes=" + had + "-");
    }
    long[] start = {0};
    long[] total = {0};
    BodySink sink = new BodySink(piece -> writeAll(part, piece), MOST_BYTES);
    HttpResponse.BodyHandler<Long> handler =
        info -> {
          start[0] = startOf(info, had);
          total[0] = start[0] + info.headers().firstValueAsLong("Content-Length").orElse(0);
          if (start[0] < 0) {
            return new BodySink(piece -> {}, MOST_TEXT);
          }
          try {
            part.truncate(start[0]).position(start[0]);
          } catch (IOException e) {
            sink.onError(e);
          }
          return sink;
        };
    String file = fileName(address);
    HttpResponse<Long> response =
        send(
            request,
            handler,
            sink,
            received -> progress.at(file, 0, Math.max(0, start[0]) + received, total[0]));
    int status = response.statusCode();
    if (status != OK && status != PARTIAL && !(status == BEYOND_END && had > 0)) {
      throw answered(address, status);
    }
    if (status == PARTIAL && start[0] < 0) {
      throw new DownloadException("it sent another part than it was asked for");
    }
    progress.at(file, 0, part.size(), part.size());
  }

  /** Where the body of an answer begins in the file, -1 when it is no part of the file. */
  private static long startOf(ResponseInfo info, long had) {
    Optional<String> range = info.headers().firstValue("Content-Range");
    if (info.statusCode() == OK) {
      return 0;
    }
    boolean continues = range.isPresent() && range.get().startsWith("bytes " + had + "-");
    return info.statusCode() == PARTIAL && continues ? had : -1;
  }

  private static void writeAll(FileChannel part, ByteBuffer piece) throws IOException {
    while (piece.hasRemaining()) {
      part.write(piece);
    }
  }

  /** Hears how many bytes came. */
  @FunctionalInterface
  private interface Received {
    void bytes(long count);
  }

  private HttpResponse<Long> send(
      HttpRequest.Builder request,
      HttpResponse.BodyHandler<Long> handler,
      BodySink sink,
      Received listener)
      throws IOException {
    CompletableFuture<HttpResponse<Long>> answer = client.sendAsync(request.build(), handler);
    long poll = Math.min(POLL_MILLIS, patience.toMillis());
    long quietMillis = 0;
    long seen = 0;
    try {
      while (true) {
        try {
          return answer.get(poll, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          quietMillis = sink.received() == seen ? quietMillis + poll : 0;
          seen = sink.received();
          listener.bytes(seen);
          // Not the request's own timeout: in newer JDKs that one also ends a long download.
          if (quietMillis > patience.toMillis()) {
            throw new DownloadException(
                seen == 0
                    ? "it did not answer in time"
                    : "it stopped sending after " + seen + " bytes");
          }
        }
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } finally {
      answer.cancel(true);
    }
  }

  private static DownloadException answered(URI address, int status) {
    return new DownloadException("it answered with status " + status + " for " + fileName(address));
  }

  private static String fileName(URI address) {
    String path = address.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
