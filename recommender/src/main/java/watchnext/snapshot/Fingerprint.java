package watchnext.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import watchnext.event.EventLog;
import watchnext.event.Recording;

/** SHA-256 of a file or of a recording, in lower-case hexadecimal. <i>Stateless.</i> */
public final class Fingerprint {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int ROW_BYTES = 40;

  private Fingerprint() {}

  /** The digest of all bytes of {@code file}. */
  static String of(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (var in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * The digest of rhythm, catalogue and events: all that training looks at, which is not the name
   * and the licence. Two recordings with one fingerprint train alike.
   */
  public static String of(Recording recording) {
    MessageDigest digest = sha256();
    add(digest, recording.rhythm().name());
    recording.catalog().users().forEach(user -> add(digest, user.toString()));
    recording.catalog().videos().forEach(video -> add(digest, video.toString()));
    EventLog log = recording.events();
    ByteBuffer row = ByteBuffer.allocate(ROW_BYTES);
    for (int i = 0; i < log.size(); i++) {
      row.clear();
      row.putLong(log.epochSecond(i)).putInt(log.user(i)).putInt(log.video(i));
      row.putInt(log.request(i)).putInt(log.kind(i).name().hashCode());
      switch (log.kind(i)) {
        case IMPRESSION -> {
          row.putFloat(log.position(i)).putFloat(log.propensity(i));
          row.putInt(log.device(i).hashCode());
        }
        case WATCH -> row.putFloat(log.watchSeconds(i)).putFloat(log.durationSeconds(i));
        case RATING -> row.putFloat(log.stars(i));
        case CLICK, LIKE, NOT_INTERESTED -> row.putFloat(0);
      }
      digest.update(row.array(), 0, row.position());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
