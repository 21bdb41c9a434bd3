package watchnext.snapshot;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;

/**
 * Users or videos in a file: one JSON object a line, in the order of their ordinals.
 * <i>Stateless.</i>
 */
final class CatalogFile {

  private CatalogFile() {}

  static void writeVideos(Path file, Catalog catalog) throws IOException {
    write(file, catalog.videos());
  }

  static void writeUsers(Path file, Catalog catalog) throws IOException {
    write(file, catalog.users());
  }

  static Catalog read(Path users, Path videos) throws IOException {
    try {
      return new Catalog(read(users, User.class), read(videos, Video.class));
    } catch (SnapshotException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new SnapshotException("the catalogue is damaged: " + e.getMessage(), e);
    }
  }

  private static void write(Path file, List<?> rows) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (Object row : rows) {
        out.write(StrictJson.line(row));
        out.write('\n');
      }
    }
  }

  private static <T> List<T> read(Path file, Class<T> type) throws IOException {
    List<T> rows = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String place = file.getFileName() + ", line " + (rows.size() + 1) + ",";
        rows.add(StrictJson.read(place, line.getBytes(StandardCharsets.UTF_8), type));
      }
    } catch (CharacterCodingException e) {
      throw new SnapshotException(
          file.getFileName() + " is not UTF-8 after line " + rows.size(), e);
    }
    return rows;
  }
}
