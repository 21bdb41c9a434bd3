package watchnext.ingest;

/** Hears how far a long reading or download is. Called from the thread that does the work. */
@FunctionalInterface
public interface Progress {

  /** Hears nothing. */
  Progress NONE = (file, rows, bytes, totalBytes) -> {};

  /**
   * Called now and then, and once at the end of each file.
   *
   * @param file the file's name
   * @param rows rows read so far, bad ones included; 0 while downloading
   * @param bytes bytes read so far
   * @param totalBytes bytes of the whole file, 0 when unknown
   */
  void at(String file, long rows, long bytes, long totalBytes);
}
