package watchnext.ingest.download;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import watchnext.ingest.Progress;

/**
 * Gets one file over HTTP under a limit. Redirects are followed, but not from HTTPS to HTTP.
 * <i>Thread-safe: holds nothing that changes.</i>
 */
final class Fetch {

  private static final int OK = 200;

  private final Duration patience;

  /**
   * A fetcher.
   *
   * @param patience how long to wait for a connection, an answer, or the next byte
   */
  Fetch(Duration patience) {
    this.patience = patience;
  }

  /**
   * Writes the file at {@code address} to {@code target}.
   *
   * @param most more bytes than these are a failure
   * @throws IOException see {@link #reason}
   */
  void into(OutputStream target, URI address, long most, Progress progress) throws IOException {
    String path = address.getPath();
    String file = path.substring(path.lastIndexOf('/') + 1);
    AtomicLong received = new AtomicLong();
    HttpResponse.BodyHandler<Void> handler =
        info -> {
          if (info.statusCode() != OK) {
            return BodySubscribers.replacing(null);
          }
          long total = info.headers().firstValueAsLong("Content-Length").orElse(0);
          return BodySubscribers.ofByteArrayConsumer(
              piece -> {
                write(piece.orElse(new byte[0]), target, received, most);
                progress.at(file, 0, received.get(), total);
              });
        };
    int status = await(send(address, handler), received).statusCode();
    if (status != OK) {
      throw new DownloadException("it answered with status " + status + " for " + file);
    }
  }

  private CompletableFuture<HttpResponse<Void>> send(
      URI address, HttpResponse.BodyHandler<Void> handler) {
    return HttpClient.newBuilder()
        .connectTimeout(patience)
        .followRedirects(HttpClient.Redirect.NORMAL)
        .build()
        .sendAsync(HttpRequest.newBuilder(address).build(), handler);
  }

  private static void write(byte[] piece, OutputStream target, AtomicLong received, long most) {
    try {
      if (received.addAndGet(piece.length) > most) {
        throw new DownloadException("it sent more than " + most + " bytes");
      }
      target.write(piece);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits as long as bytes come: a timeout of the request itself may end a long download. */
  private HttpResponse<Void> await(
      CompletableFuture<HttpResponse<Void>> answer, AtomicLong received) throws IOException {
    try {
      long before = 0;
      while (true) {
        try {
          return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          long now = received.get();
          if (now == before) {
            throw new DownloadException(
                now == 0
                    ? "it did not answer in time"
                    : "it stopped sending after " + now + " bytes");
          }
          before = now;
        }
      }
    } catch (ExecutionException e) {
      Throwable cause =
          e.getCause() instanceof UncheckedIOException u ? u.getCause() : e.getCause();
      throw cause instanceof IOException failure ? failure : new IOException(cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } finally {
      answer.cancel(true);
    }
  }

  /** Half a sentence about a failure. */
  static String reason(IOException failure) {
    if (failure instanceof DownloadException) {
      return String.valueOf(failure.getMessage());
    } else if (failure instanceof HttpTimeoutException) {
      return "it did not answer in time";
    } else if (failure instanceof ConnectException) {
      return "no connection, is there a network?";
    }
    return "the connection broke (" + failure.getMessage() + ")";
  }
}
