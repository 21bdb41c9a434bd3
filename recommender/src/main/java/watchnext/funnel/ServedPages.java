package watchnext.funnel;

import java.util.ArrayList;
import java.util.List;

/** Keeps served pages in memory, in the order in which they came. <i>Thread-safe: one lock.</i> */
public final class ServedPages implements ServedLog {

  private final List<ServedPage> pages = new ArrayList<>();

  @Override
  public synchronized void add(ServedPage page) {
    pages.add(page);
  }

  /** The pages so far, a copy. */
  public synchronized List<ServedPage> pages() {
    return List.copyOf(pages);
  }
}
