package watchnext.snapshot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import watchnext.event.EventLog;
import watchnext.event.Recording;

/**
 * SHA-256 over all of a recording that training looks at, which is not its name and licence: two
 * recordings with one fingerprint train alike. <i>Stateless.</i>
 */
public final class Fingerprint {

  private static final int BYTES = 40;

  private Fingerprint() {}

  /** The digest of rhythm, catalogue and events, in hexadecimal. */
  public static String of(Recording recording) {
    MessageDigest digest = SnapshotStore.newSha256();
    add(digest, recording.rhythm().name());
    recording.catalog().users().forEach(user -> add(digest, user.toString()));
    recording.catalog().videos().forEach(video -> add(digest, video.toString()));
    EventLog log = recording.events();
    ByteBuffer row = ByteBuffer.allocate(BYTES);
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
}
