package watchnext.ingest;

import watchnext.require.Require;

/**
 * How much an archive may become on disk. An archive of a few kilobytes can claim to be small and
 * inflate to terabytes, so the limits hold for the bytes that come out, not for those declared.
 * <i>Immutable.</i>
 *
 * @param entries most files and folders
 * @param bytes most bytes in all
 * @param ratio most bytes in all for each byte of the archive (at least 1 MiB is always allowed)
 */
public record UnpackLimits(int entries, long bytes, int ratio) {

  private static final long ALWAYS_ALLOWED = 1 << 20;

  /** Ample for every data set known here: 32M inflates to a gigabyte, four times its archive. */
  public static final UnpackLimits DEFAULT = new UnpackLimits(10_000, 4L << 30, 100);

  /** Checks the values. */
  public UnpackLimits {
    Require.that(
        entries >= 1 && bytes >= 1 && ratio >= 1,
        "limits must be at least 1, were %s, %s, %s",
        entries,
        bytes,
        ratio);
  }

  /** Most bytes that an archive of {@code archiveBytes} may inflate to. */
  long allowed(long archiveBytes) {
    return Math.min(bytes, Math.max(ALWAYS_ALLOWED, archiveBytes * ratio));
  }
}
