package watchnext.funnel;

/**
 * Where served pages are kept: beside the log of events, which knows nothing of scores and
 * features. <i>Implementations say who may add.</i>
 */
@FunctionalInterface
public interface ServedLog {

  /** Keeps nothing. */
  ServedLog NOTHING = page -> {};

  /** Keeps {@code page}, which is about to be shown. */
  void add(ServedPage page);
}
