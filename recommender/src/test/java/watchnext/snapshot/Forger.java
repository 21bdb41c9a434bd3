package watchnext.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Changes snapshots so that their digests still agree: what only a look at the contents finds. */
public final class Forger {

  private Forger() {}

  /** Changes the manifest's text and seals it again. */
  public static void forge(Path snapshot, String text, String forged) throws IOException {
    Path receipt = snapshot.resolve(Manifest.FILE);
    String manifest = Files.readString(receipt);
    assertThat(manifest).contains(text);
    Files.writeString(receipt, manifest.replace(text, forged));
    Files.writeString(
        snapshot.resolve(Manifest.SEAL), Fingerprint.of(receipt) + "  manifest.json\n");
  }

  /** Changes a part, and the length and digest that the manifest says of it. */
  public static void forgePart(Path snapshot, String name, String content) throws IOException {
    forgePart(snapshot, name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** The same with any bytes. */
  public static void forgePart(Path snapshot, String name, byte[] content) throws IOException {
    Path file = snapshot.resolve(name);
    long bytes = Files.size(file);
    String sha256 = Fingerprint.of(file);
    Files.write(file, content);
    forge(snapshot, sha256, Fingerprint.of(file));
    forge(snapshot, "\"bytes\" : " + bytes, "\"bytes\" : " + Files.size(file));
  }
}
