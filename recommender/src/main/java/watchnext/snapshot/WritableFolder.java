package watchnext.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Whether files can be put into a folder: asked before minutes of work. <i>Stateless.</i> */
public final class WritableFolder {

  private WritableFolder() {}

  /**
   * Lets pass a folder that can be written to, and one that could be made.
   *
   * @throws IOException when {@code folder}, or what exists of the path to it, is no folder or is
   *     closed for writing
   */
  public static void require(Path folder) throws IOException {
    Path existing = folder.toAbsolutePath().normalize();
    while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    if (!Files.isDirectory(existing)) {
      throw new IOException(existing + " must be a folder, is none");
    }
    if (!Files.isWritable(existing)) {
      throw new IOException("nothing can be written to the folder " + existing);
    }
  }
}
