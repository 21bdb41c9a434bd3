package watchnext.ingest;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Takes the body of an answer piece by piece, never more than a limit, and counts it. <i>One
 * writer, the client's thread; {@link #received} may be read by any.</i>
 */
final class BodySink implements BodySubscriber<Long> {

  /** Where the bytes go. */
  @FunctionalInterface
  interface Target {
    /** Takes all remaining bytes of {@code piece}. */
    void write(ByteBuffer piece) throws IOException;
  }

  private final Target target;
  private final long most;
  private final CompletableFuture<Long> done = new CompletableFuture<>();
  private volatile long received;
  private volatile Optional<Flow.Subscription> subscription = Optional.empty();

  /**
   * A sink.
   *
   * @param most more bytes than these are a failure
   */
  BodySink(Target target, long most) {
    this.target = target;
    this.most = most;
  }

  /** Bytes so far. */
  long received() {
    return received;
  }

  @Override
  public CompletionStage<Long> getBody() {
    return done;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = Optional.of(subscription);
    // No pressure back: a piece is on disk before the next is handed over by the same thread.
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> pieces) {
    if (done.isDone()) {
      return;
    }
    try {
      long sum = received;
      for (ByteBuffer piece : pieces) {
        sum += piece.remaining();
        if (sum > most) {
          throw new DownloadException("it sent more than " + most + " bytes");
        }
        target.write(piece);
      }
      received = sum;
    } catch (IOException e) {
      subscription.ifPresent(Flow.Subscription::cancel);
      done.completeExceptionally(e);
    }
  }

  @Override
  public void onError(Throwable failure) {
    done.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    done.complete(received);
  }
}
