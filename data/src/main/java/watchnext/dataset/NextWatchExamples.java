package watchnext.dataset;

import java.util.Arrays;
import watchnext.feature.History;
import watchnext.require.Require;

/**
 * Training set of the two-tower model: "this user, with this history and in this context, next
 * watched that video well". One row a positive event; the history holds what happened strictly
 * before it (events of the same second are one batch and do not see each other).
 *
 * <p>Rows are in order of time. The history of row {@code i} lies at {@code historyStart(i)} to
 * {@code historyEnd(i)}, oldest first; histories of one user may share places, since each is a
 * stretch of the same life. <i>Immutable once it has left its collector or builder.</i>
 */
public final class NextWatchExamples {

  private int size;
  private final int[] users;
  private final int[] videos;
  private final long[] times;
  private final int[] starts;
  private final int[] ends;
  private final int[] historyVideos;
  private final long[] historyTimes;

  /** Room for {@code rows} rows and {@code places} of histories, filled by the collector. */
  NextWatchExamples(int rows, int places) {
    this.users = new int[rows];
    this.videos = new int[rows];
    this.times = new long[rows];
    this.starts = new int[rows];
    this.ends = new int[rows];
    this.historyVideos = new int[places];
    this.historyTimes = new long[places];
  }

  private NextWatchExamples(Builder builder) {
    this.size = builder.size;
    this.users = Arrays.copyOf(builder.users, size);
    this.videos = Arrays.copyOf(builder.videos, size);
    this.times = Arrays.copyOf(builder.times, size);
    this.starts = Arrays.copyOf(builder.offsets, size);
    this.ends = Arrays.copyOfRange(builder.offsets, 1, size + 1);
    this.historyVideos = Arrays.copyOf(builder.historyVideos, builder.used);
    this.historyTimes = Arrays.copyOf(builder.historyTimes, builder.used);
  }

  /**
   * The rows of watches whose order nobody knows: each pair is a row, and its history is all that
   * the user watched, the positive among it (training leaves it out). All times are 0.
   *
   * @param watches rows are users, columns videos
   */
  public static NextWatchExamples unordered(Interactions watches) {
    NextWatchExamples result = new NextWatchExamples(watches.size(), watches.size());
    for (int user = 0; user < watches.rows(); user++) {
      for (int i = watches.start(user); i < watches.end(user); i++) {
        result.putHistory(i, watches.column(i), 0);
        result.putRow(user, watches.column(i), 0, watches.start(user), watches.end(user));
      }
    }
    return result;
  }

  /**
   * Every {@code step}-th row, over the same histories: a smaller training set of the same span.
   *
   * @throws IllegalArgumentException when {@code step} is below 1
   */
  public NextWatchExamples everyNth(int step) {
    Require.atLeast("step", step, 1);
    NextWatchExamples result = new NextWatchExamples(this, (size + step - 1) / step);
    for (int i = 0; i < size; i += step) {
      result.putRow(users[i], videos[i], times[i], starts[i], ends[i]);
    }
    return result;
  }

  /** Room for {@code rows} rows over the histories of {@code other}. */
  private NextWatchExamples(NextWatchExamples other, int rows) {
    this.users = new int[rows];
    this.videos = new int[rows];
    this.times = new long[rows];
    this.starts = new int[rows];
    this.ends = new int[rows];
    this.historyVideos = other.historyVideos;
    this.historyTimes = other.historyTimes;
  }

  /** Writes one watch into the place {@code at} of the histories. */
  void putHistory(int at, int video, long epochSecond) {
    historyVideos[at] = video;
    historyTimes[at] = epochSecond;
  }

  /** The end of the stretch from {@code start} to {@code end} that lies before a time. */
  int endBefore(int start, int end, long epochSecond) {
    int result = end;
    while (result > start && historyTimes[result - 1] >= epochSecond) {
      result--;
    }
    return result;
  }

  /** Writes the next row. */
  void putRow(int user, int video, long epochSecond, int start, int end) {
    users[size] = user;
    videos[size] = video;
    times[size] = epochSecond;
    starts[size] = start;
    ends[size] = end;
    size++;
  }

  /** Number of rows. */
  public int size() {
    return size;
  }

  /** Ordinal of the user of row {@code i}. */
  public int user(int i) {
    return users[i];
  }

  /** Ordinal of the video watched, the positive of row {@code i}. */
  public int video(int i) {
    return videos[i];
  }

  /** When it was watched, seconds since 1970. */
  public long epochSecond(int i) {
    return times[i];
  }

  /** Where the history of row {@code i} begins. */
  public int historyStart(int i) {
    return starts[i];
  }

  /** Where the history of row {@code i} ends (exclusive). */
  public int historyEnd(int i) {
    return ends[i];
  }

  /** Ordinal of the video at place {@code j} of the histories. */
  public int historyVideo(int j) {
    return historyVideos[j];
  }

  /** When the video at place {@code j} of the histories was watched. */
  public long historyEpochSecond(int j) {
    return historyTimes[j];
  }

  /** Collects rows in order of time. <i>Confined: one thread at a time.</i> */
  public static final class Builder {
    private int size;
    private int used;
    private int[] users = new int[1024];
    private int[] videos = new int[1024];
    private long[] times = new long[1024];
    private int[] offsets = new int[1025];
    private int[] historyVideos = new int[8192];
    private long[] historyTimes = new long[8192];

    /** Adds a row; {@code history} is copied. */
    public Builder add(int user, int video, long epochSecond, History history) {
      if (size == users.length) {
        users = Arrays.copyOf(users, size * 2);
        videos = Arrays.copyOf(videos, size * 2);
        times = Arrays.copyOf(times, size * 2);
        offsets = Arrays.copyOf(offsets, size * 2 + 1);
      }
      if (used + history.size() > historyVideos.length) {
        int capacity = Math.max(used + history.size(), historyVideos.length * 2);
        historyVideos = Arrays.copyOf(historyVideos, capacity);
        historyTimes = Arrays.copyOf(historyTimes, capacity);
      }
      users[size] = user;
      videos[size] = video;
      times[size] = epochSecond;
      for (int i = 0; i < history.size(); i++) {
        historyVideos[used] = history.video(i);
        historyTimes[used++] = history.epochSecond(i);
      }
      offsets[++size] = used;
      return this;
    }

    /** The rows so far. */
    public NextWatchExamples build() {
      return new NextWatchExamples(this);
    }
  }
}
