package watchnext.catalog;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * A long list and a short one behind it. Adding one more copies the short one only: some
 * microseconds while it holds thousands, whatever the length of the long one. <i>Immutable, when
 * the long one is.</i>
 */
final class Appended<T> extends AbstractList<T> implements RandomAccess {

  private final List<T> first;
  private final T[] added;

  private Appended(List<T> first, T[] added) {
    this.first = first;
    this.added = added;
  }

  /** The elements of {@code list}, then {@code last}. */
  static <T> List<T> to(List<T> list, T last) {
    if (list instanceof Appended<T> appended) {
      T[] longer = Arrays.copyOf(appended.added, appended.added.length + 1);
      longer[longer.length - 1] = last;
      return new Appended<>(appended.first, longer);
    }
    @SuppressWarnings("unchecked") // as much an array of T as that of an ArrayList
    T[] one = (T[]) new Object[] {last};
    return new Appended<>(list, one);
  }

  @Override
  public T get(int index) {
    return index < first.size() ? first.get(index) : added[index - first.size()];
  }

  @Override
  public int size() {
    return first.size() + added.length;
  }
}
