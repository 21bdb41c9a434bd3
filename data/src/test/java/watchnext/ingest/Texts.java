package watchnext.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import watchnext.event.Event;
import watchnext.event.EventLog;

/** Writes small files and reads them back as data. */
final class Texts {

  static final String VIDEOS = "id,title\nv1,One\nv2,Two\n";

  private Texts() {}

  static void write(Path folder, String file, String text) {
    write(folder, file, text, StandardCharsets.UTF_8);
  }

  static void write(Path folder, String file, String text, Charset charset) {
    write(folder, file, text.getBytes(charset));
  }

  static void write(Path folder, String file, byte[] bytes) {
    try {
      // Anew rather than over the old one: some file systems flush a file that is cut to nothing.
      Files.deleteIfExists(folder.resolve(file));
      Files.write(folder.resolve(file), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Ingested csv(Path folder, BadRows badRows) {
    try {
      return CsvFiles.read(folder, badRows, Progress.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two videos and these events. */
  static Ingested events(Path folder, String events, BadRows badRows) {
    write(folder, "videos.csv", VIDEOS);
    write(folder, "events.csv", events);
    return csv(folder, badRows);
  }

  static List<Event> all(EventLog log) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < log.size(); i++) {
      events.add(log.get(i));
    }
    return events;
  }

  static List<String> sentences(Ingested ingested) {
    return ingested.skipped().first().stream().map(BadRow::sentence).toList();
  }
}
