package watchnext.snapshot;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import watchnext.assembly.Provenance;
import watchnext.assembly.RebuildConfig;

/**
 * The receipt of a snapshot, written last: what it is, what it was made from, and the length and
 * SHA-256 of every part. A reader trusts only what stands here.
 *
 * @param format always {@link #FORMAT}
 * @param formatVersion {@link #FORMAT_VERSION}; others are refused
 * @param provenance what the models were made from
 * @param config every setting that shaped the models, those that validation chose included
 * @param choices what validation decided, by name
 * @param gate what was checked before publication; a failed check marks a rejected candidate
 * @param shapes sizes a reader may want before it opens anything ("dimension", "videos")
 * @param parts the files of the snapshot
 */
public record Manifest(
    String format,
    int formatVersion,
    Provenance provenance,
    RebuildConfig config,
    Map<String, String> choices,
    List<GateCheck> gate,
    Map<String, Integer> shapes,
    List<Part> parts) {

  /** What kind of folder this is. */
  public static final String FORMAT = "watchnext-snapshot";

  /** The version that this code writes and reads. */
  public static final int FORMAT_VERSION = 6;

  /** The name of the manifest in its folder. */
  public static final String FILE = "manifest.json";

  /** The file with the manifest's own SHA-256. */
  public static final String SEAL = "manifest.sha256";

  /**
   * One file.
   *
   * @param name file name, without any folder
   * @param bytes length
   * @param sha256 digest in lower-case hexadecimal
   */
  public record Part(String name, long bytes, String sha256) {}

  /** What a manifest says first, whatever else a manifest of its version says. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Format(String format, int formatVersion) {
    Format {
      if (!FORMAT.equals(format)) {
        throw new SnapshotException("manifest.json must say format " + FORMAT + ", says " + format);
      }
      if (formatVersion != FORMAT_VERSION) {
        throw new SnapshotException(
            "manifest.json must say formatVersion "
                + FORMAT_VERSION
                + ", says "
                + formatVersion
                + ": train it again");
      }
    }
  }

  /** Checks what any reader relies on. */
  public Manifest {
    new Format(format, formatVersion);
    choices = new TreeMap<>(choices);
    shapes = new TreeMap<>(shapes);
    gate = List.copyOf(gate);
    parts = List.copyOf(parts);
    for (Part part : parts) {
      if (!part.name().matches("[a-z0-9-]+\\.(safetensors|jsonl|yaml)")) {
        throw new SnapshotException(
            "manifest.json must name parts like two-tower.safetensors, names " + part.name());
      }
    }
  }

  /** The checks of the gate that did not hold: none, unless this candidate was rejected. */
  public List<GateCheck> failed() {
    return GateCheck.failed(gate);
  }
}
