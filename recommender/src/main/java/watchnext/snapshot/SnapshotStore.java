package watchnext.snapshot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchnext.assembly.Provenance;
import watchnext.assembly.RebuildConfig;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.tensor.TensorFile;
import watchnext.tensor.Tensors;

/**
 * A snapshot's folder: parts as raw arrays, the catalogue as lines of JSON, a manifest that vouches
 * for all of them, and a seal that vouches for the manifest.
 *
 * <p>Writing: everything goes to a temporary folder beside the target, manifest and seal last; the
 * folder is read back and checked, forced to the disk, and only then moved into place. A crash at
 * any instant leaves the old snapshot or the new one, whole (an end by SIGTERM or Ctrl-C leaves
 * nothing else either); between the two moves that replace an older one it leaves the old beside
 * its place, under the name {@code .NAME.old}. Reading trusts only what the manifest vouches for;
 * other files are not opened. No object is ever deserialized.
 *
 * <p><i>Stateless; two writers of one target must take turns.</i>
 */
final class SnapshotStore {

  private static final String USERS = "users.jsonl";
  private static final String VIDEOS = "videos.jsonl";
  private static final String SETTINGS = "settings.yaml";
  private static final long LONGEST_MANIFEST = 1 << 20;
  private static final long LONGEST_SEAL = 1 << 10;

  private SnapshotStore() {}

  /** What is to be written; the fields are those of {@link Manifest} and {@link Contents}. */
  record Draft(
      Provenance provenance,
      RebuildConfig config,
      String settings,
      Map<String, String> choices,
      List<GateCheck> gate,
      Map<String, Integer> shapes,
      Catalog catalog,
      Map<String, Tensors> parts) {}

  /**
   * What a folder holds.
   *
   * @param manifest the receipt
   * @param catalog users and videos
   * @param parts arrays by name, "two-tower" for {@code two-tower.safetensors}
   */
  record Contents(Manifest manifest, Catalog catalog, Map<String, Tensors> parts) {

    /**
     * The part called {@code name}.
     *
     * @throws SnapshotException when the snapshot has none
     */
    Tensors part(String name) {
      return find(name)
          .orElseThrow(() -> new SnapshotException("the snapshot lacks the part " + name));
    }

    /** The part called {@code name}, if the snapshot has one. */
    Optional<Tensors> find(String name) {
      return Optional.ofNullable(parts.get(name));
    }
  }

  /**
   * Writes a snapshot to {@code target}, replacing an older snapshot there.
   *
   * @throws SnapshotException when {@code target} is something else than a snapshot or an empty
   *     folder
   */
  static Manifest write(Path target, Draft draft) throws IOException {
    Path place = SnapshotPlace.of(target);
    SnapshotPlace.refuseForeign(place);
    try (Unfinished unfinished = new Unfinished(place)) {
      Path temporary = unfinished.folder();
      StrictJson.writeLines(temporary.resolve(USERS), draft.catalog().users());
      StrictJson.writeLines(temporary.resolve(VIDEOS), draft.catalog().videos());
      Files.writeString(temporary.resolve(SETTINGS), draft.settings());
      for (Map.Entry<String, Tensors> part : draft.parts().entrySet()) {
        TensorFile.write(part.getValue(), temporary.resolve(part.getKey() + TensorFile.EXTENSION));
      }
      Manifest manifest = seal(temporary, draft);
      read(temporary);
      unfinished.moveIntoPlace();
      return manifest;
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(place + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static Manifest seal(Path folder, Draft draft) throws IOException {
    List<Manifest.Part> parts = new ArrayList<>();
    for (Path file : SnapshotPlace.files(folder)) {
      parts.add(new Manifest.Part(name(file), Files.size(file), Fingerprint.of(file)));
    }
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT,
            Manifest.FORMAT_VERSION,
            draft.provenance(),
            draft.config(),
            draft.choices(),
            draft.gate(),
            draft.shapes(),
            parts);
    Path receipt = folder.resolve(Manifest.FILE);
    StrictJson.write(receipt, manifest);
    Files.writeString(folder.resolve(Manifest.SEAL), sealOf(receipt));
    return manifest;
  }

  /** The line that {@code sha256sum} would print, so that it can check it too. */
  private static String sealOf(Path receipt) throws IOException {
    return Fingerprint.of(receipt) + "  " + Manifest.FILE + "\n";
  }

  /**
   * Reads a snapshot and checks all of it: manifest, length and digest of every part, shapes.
   *
   * @throws SnapshotException when anything is missing, damaged or not a snapshot
   */
  static Contents read(Path folder) throws IOException {
    Manifest manifest = readManifest(folder);
    for (Manifest.Part part : manifest.parts()) {
      check(folder.resolve(part.name()), part);
    }
    Map<String, Tensors> parts = new LinkedHashMap<>();
    for (Manifest.Part part : manifest.parts()) {
      if (part.name().endsWith(TensorFile.EXTENSION)) {
        String name = part.name().replace(TensorFile.EXTENSION, "");
        parts.put(name, arrays(folder.resolve(part.name())));
      }
    }
    return new Contents(manifest, catalog(folder, manifest), parts);
  }

  /** A part whose bytes are the manifest's, as arrays. */
  private static Tensors arrays(Path file) {
    try {
      return TensorFile.read(file);
    } catch (IOException e) {
      throw new SnapshotException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Catalog catalog(Path folder, Manifest manifest) throws IOException {
    for (String name : List.of(USERS, VIDEOS, SETTINGS)) {
      if (manifest.parts().stream().noneMatch(part -> part.name().equals(name))) {
        throw new SnapshotException("the snapshot lacks the part " + name);
      }
    }
    try {
      return new Catalog(
          StrictJson.readLines(folder.resolve(USERS), User.class),
          StrictJson.readLines(folder.resolve(VIDEOS), Video.class));
    } catch (SnapshotException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new SnapshotException("the catalogue is damaged: " + e.getMessage(), e);
    }
  }

  /**
   * Reads the manifest alone, and checks it against its seal.
   *
   * @throws SnapshotException when either is missing or damaged, or it is not that of a snapshot
   */
  static Manifest readManifest(Path folder) throws IOException {
    Path receipt = folder.resolve(Manifest.FILE);
    if (!Files.isRegularFile(receipt)) {
      throw new SnapshotException(folder + " is not a snapshot: it has no " + Manifest.FILE);
    }
    if (Files.size(receipt) > LONGEST_MANIFEST) {
      throw new SnapshotException(Manifest.FILE + " must be at most 1 MiB");
    }
    Path seal = folder.resolve(Manifest.SEAL);
    if (!Files.isRegularFile(seal) || Files.size(seal) > LONGEST_SEAL) {
      throw new SnapshotException(folder + " is not a snapshot: it has no " + Manifest.SEAL);
    }
    if (!Arrays.equals(
        Files.readAllBytes(seal), sealOf(receipt).getBytes(StandardCharsets.UTF_8))) {
      throw new SnapshotException(
          Manifest.FILE + " is damaged: its SHA-256 is not the one in " + Manifest.SEAL);
    }
    StrictJson.read(receipt, Manifest.Format.class); // an older version has other properties
    return StrictJson.read(receipt, Manifest.class);
  }

  private static void check(Path file, Manifest.Part part) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new SnapshotException("the part " + part.name() + " is missing");
    }
    if (Files.size(file) != part.bytes()) {
      throw new SnapshotException(
          part.name() + " must have " + part.bytes() + " bytes, has " + Files.size(file));
    }
    if (!Fingerprint.of(file).equals(part.sha256())) {
      throw new SnapshotException(part.name() + " is damaged: its SHA-256 is not the manifest's");
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
