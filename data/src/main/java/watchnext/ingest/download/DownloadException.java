package watchnext.ingest.download;

import java.io.IOException;

/** A data set could not be fetched or unpacked; the message says what failed and what to do. */
public final class DownloadException extends IOException {

  private static final long serialVersionUID = 1;

  /** A failure that began here. */
  public DownloadException(String message) {
    super(message);
  }

  /** A failure with a cause. */
  public DownloadException(String message, Throwable cause) {
    super(message, cause);
  }
}
