package watchnext.index;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Working memory between searches: a few places from which a search takes what another has finished
 * with. Nothing is allocated once there is one for each thread that searches.
 *
 * <p><i>Thread-safe: a place is taken and given back by an atomic exchange.</i>
 *
 * @param <T> the working memory of one search
 */
final class ScratchPool<T> {

  private static final int PLACES = 64;

  private final AtomicReferenceArray<T> places = new AtomicReferenceArray<>(PLACES);
  private final Supplier<T> maker;

  ScratchPool(Supplier<T> maker) {
    this.maker = maker;
  }

  /** Working memory that nobody else has. */
  T take() {
    for (int i = 0; i < PLACES; i++) {
      if (places.getPlain(i) != null) {
        T scratch = places.getAndSet(i, null);
        if (scratch != null) {
          return scratch;
        }
      }
    }
    return maker.get();
  }

  /** Gives it back; when all places are full it is left to the collector. */
  void give(T scratch) {
    for (int i = 0; i < PLACES; i++) {
      if (places.getPlain(i) == null && places.compareAndSet(i, null, scratch)) {
        return;
      }
    }
  }
}
