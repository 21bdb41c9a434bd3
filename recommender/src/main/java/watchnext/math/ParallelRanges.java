package watchnext.math;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import watchnext.require.Require;

/**
 * Runs a loop over [0, size) on several threads, one block of consecutive indices at a time.
 *
 * <p>Blocks have fixed bounds, whatever the number of threads, and each goes to the thread that is
 * free first. Work whose blocks write to places of their own and read nothing that another block
 * writes therefore gives the same result on any number of threads. <i>Stateless.</i>
 */
public final class ParallelRanges {

  /** The body of a loop; each thread has one of its own, with its own scratch memory. */
  @FunctionalInterface
  public interface Work {
    /** Handles the indices from {@code from} (inclusive) to {@code to} (exclusive). */
    void run(int from, int to);
  }

  /** Threads that wait a minute for the next loop: starting one costs more than a short loop. */
  private static final Executor HELPERS = Executors.newCachedThreadPool(ParallelRanges::helper);

  private ParallelRanges() {}

  private static Thread helper(Runnable work) {
    Thread thread = new Thread(work, "parallel-ranges");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Runs the loop and returns when all of it is done.
   *
   * @param size number of indices
   * @param blockSize indices a block, at least 1
   * @param threads threads to use at most, at least 1; with 1 the caller does the work
   * @param workers gives each thread its work
   */
  public static void run(int size, int blockSize, int threads, Supplier<? extends Work> workers) {
    Require.that(
        blockSize >= 1 && threads >= 1,
        "blockSize and threads must be at least 1, were %s and %s",
        blockSize,
        threads);
    int blocks = (int) (((long) size + blockSize - 1) / blockSize);
    AtomicInteger next = new AtomicInteger();
    if (threads == 1 || blocks <= 1) {
      takeBlocks(next, blocks, size, blockSize, workers.get());
      return;
    }
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    Runnable loop =
        () -> {
          try {
            // One that comes late finds nothing left, and needs no scratch memory.
            if (next.get() < blocks) {
              takeBlocks(next, blocks, size, blockSize, workers.get());
            }
          } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            next.set(blocks);
          }
        };
    List<CompletableFuture<Void>> others = new ArrayList<>();
    for (int t = 1; t < Math.min(threads, blocks); t++) {
      others.add(CompletableFuture.runAsync(loop, HELPERS));
    }
    loop.run();
    // To the end, even when interrupted: half a loop would be a wrong result.
    others.forEach(CompletableFuture::join);
    rethrow(failure.get());
  }

  private static void takeBlocks(
      AtomicInteger next, int blocks, int size, int blockSize, Work work) {
    for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
      int from = block * blockSize;
      work.run(from, (int) Math.min((long) from + blockSize, size));
    }
  }

  private static void rethrow(@Nullable Throwable failure) {
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure instanceof Error error) {
      throw error;
    }
  }
}
