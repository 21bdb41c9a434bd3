package watchnext.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import watchnext.catalog.Video;

/**
 * The rows of {@code video_features_basic_*} as videos. Kept is what was known at upload: creator,
 * topics, length, and the day of the upload, of which the first second in Beijing counts.
 * <i>Confined: one thread at a time.</i>
 */
final class KuaiRandVideos {

  private static final Columns COLUMNS =
      Columns.of("video_id", "author_id", "upload_dt", "video_duration", "tag")
          .optional(
              "video_type",
              "upload_type",
              "visible_status",
              "server_width",
              "server_height",
              "music_id",
              "music_type");
  private static final int ID = 0;
  private static final int AUTHOR = 1;
  private static final int UPLOADED = 2;
  private static final int DURATION = 3;
  private static final int TAGS = 4;

  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
  private static final double MOST_MILLIS = Video.LONGEST_SECONDS * 1000;

  private final IdTable ids;
  private final boolean onlyKnown;
  private final List<Video> videos;
  private final BitSet described = new BitSet();
  private final Map<String, List<String>> tags = new HashMap<>();
  private final Map<String, Long> days = new HashMap<>();
  private long leftOut;

  /**
   * A reader.
   *
   * @param ids the videos of the logs
   * @param onlyKnown whether videos that are in no log are left out
   */
  KuaiRandVideos(IdTable ids, boolean onlyKnown) {
    this.ids = ids;
    this.onlyKnown = onlyKnown;
    this.videos = new ArrayList<>(Collections.nCopies(ids.size(), unknown("not read yet")));
  }

  /** Reads one file. */
  void read(Path file, Intake intake) throws IOException {
    new Table(file, Form.PLAIN_CSV, COLUMNS).forEach(intake, this::add);
  }

  private void add(Row row) {
    row.whole(ID, 0, Long.MAX_VALUE, "a video's number");
    int known = row.find(ID, ids);
    if (known == IdTable.UNKNOWN && onlyKnown) {
      leftOut++;
      return;
    }
    if (known != IdTable.UNKNOWN && described.get(known)) {
      throw row.bad(ID, "a video that has not come before");
    }
    double duration =
        row.isEmpty(DURATION)
            ? 0
            : row.decimal(DURATION, 0, MOST_MILLIS, "milliseconds from 0 to 604800000") / 1000;
    long uploaded = uploaded(row);
    List<String> topics =
        tags.computeIfAbsent(row.text(TAGS), cell -> CellText.tags(cell.replace(',', '|')));
    int ordinal = row.add(ID, ids);
    String id = ids.id(ordinal);
    Video video = new Video(id, "", row.text(AUTHOR), topics, "", duration, uploaded);
    if (ordinal == videos.size()) {
      videos.add(video);
    } else {
      videos.set(ordinal, video);
    }
    described.set(ordinal);
  }

  private long uploaded(Row row) {
    if (row.isEmpty(UPLOADED)) {
      return Video.ALWAYS_THERE;
    }
    try {
      return days.computeIfAbsent(
          row.text(UPLOADED), day -> LocalDate.parse(day).atStartOfDay().toEpochSecond(BEIJING));
    } catch (DateTimeException e) {
      throw row.bad(UPLOADED, "a date such as 2022-04-10");
    }
  }

  /**
   * All videos by ordinal. One that is in a log and in no file of features is a bad row; where
   * those are skipped, nothing is known of it.
   */
  List<Video> videos(Path file, Intake intake) {
    String name = String.valueOf(file.getFileName());
    for (int v = described.nextClearBit(0); v < videos.size(); v = described.nextClearBit(v + 1)) {
      String id = ids.id(v);
      intake.bad(
          new BadRow(
              name, 0, "video_id", "expected a row of each video of the logs, has none of " + id));
      videos.set(v, unknown(id));
    }
    return videos;
  }

  private static Video unknown(String id) {
    return new Video(id, "", "", List.of(), "", 0, Video.ALWAYS_THERE);
  }

  /** Videos left out because no user that was read met them. */
  long leftOut() {
    return leftOut;
  }
}
