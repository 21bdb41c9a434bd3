package watchnext.index;

/** Hears how far the build of an index is. Called from the threads that build. */
@FunctionalInterface
public interface BuildListener {

  /** Hears nothing. */
  BuildListener SILENT = (done, total) -> {};

  /** {@code done} of {@code total} vectors are in the index. */
  void progress(int done, int total);
}
