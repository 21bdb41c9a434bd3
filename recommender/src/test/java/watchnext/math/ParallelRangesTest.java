package watchnext.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParallelRangesTest {

  @ParameterizedTest
  @CsvSource({"0, 4, 2", "1, 4, 2", "10, 4, 1", "1000, 7, 3", "8, 100, 2"})
  void everyIndexIsHandledOnce(int size, int blockSize, int threads) {
    AtomicIntegerArray visits = new AtomicIntegerArray(size);
    ParallelRanges.run(
        size,
        blockSize,
        threads,
        () ->
            (from, to) -> {
              assertThat(from % blockSize).isZero();
              for (int i = from; i < to; i++) {
                visits.incrementAndGet(i);
              }
            });
    for (int i = 0; i < size; i++) {
      assertThat(visits.get(i)).isEqualTo(1);
    }
  }

  @Test
  void eachThreadHasWorkOfItsOwn() {
    AtomicInteger workers = new AtomicInteger();
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    Set<Thread> strangers = ConcurrentHashMap.newKeySet();
    ParallelRanges.run(
        100,
        1,
        3,
        () -> {
          Thread owner = Thread.currentThread();
          workers.incrementAndGet();
          return (from, to) -> {
            threads.add(Thread.currentThread());
            if (owner != Thread.currentThread()) {
              strangers.add(Thread.currentThread());
            }
          };
        });
    assertThat(strangers).isEmpty();
    assertThat(threads).hasSizeBetween(1, 3);
    assertThat(workers.get()).isBetween(threads.size(), 3);
  }

  @Test
  void aLoopInsideALoopEnds() {
    AtomicInteger visits = new AtomicInteger();
    ParallelRanges.run(
        8,
        1,
        2,
        () -> (from, to) -> ParallelRanges.run(8, 1, 2, () -> (a, b) -> visits.addAndGet(b - a)));
    assertThat(visits.get()).isEqualTo(64);
  }

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void aFailureReachesTheCaller(int threads) {
    assertThatThrownBy(
            () ->
                ParallelRanges.run(
                    100,
                    10,
                    threads,
                    () ->
                        (from, to) -> {
                          if (from == 50) {
                            throw new IllegalStateException("block 50");
                          }
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("block 50");
  }
}
