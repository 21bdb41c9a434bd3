package watchnext.pipeline;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;

/** Users or videos in a file: one JSON object a line, in the order of their ordinals. */
final class CatalogFile {

  private static final JsonMapper JSON = JsonMapper.builder().build();

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
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (Object row : rows) {
        writer.write(JSON.writeValueAsString(row));
        writer.write('\n');
      }
    }
  }

  private static <T> List<T> read(Path file, Class<T> type) throws IOException {
    List<T> rows = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        rows.add(JSON.readValue(line, type));
      }
    } catch (JacksonException e) {
      throw new SnapshotException(
          file.getFileName() + ", line " + (rows.size() + 1) + ", cannot be read as " + type, e);
    }
    return rows;
  }
}
