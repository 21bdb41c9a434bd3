package watchnext.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Context;
import watchnext.event.EventLog;

/** The same rows must come out when everything that happened later is deleted from the log. */
final class PointInTimeTest {

  private static final int INSTANTS = 50;
  private static final int ROWS_AT_AN_INSTANT = 200;
  private static final int WIDTH = RankingFeatures.width();

  private final EventLog log = SmallLog.of(60, 150, 1000, 21, 42).events();

  /** Writes the row of a user and a video as a state knows them. */
  private interface Encoder {
    void encode(EventLog log, FeatureState state, int user, Context at, int video, float[] out);
  }

  private static final Encoder HONEST =
      (log, state, user, at, video, out) -> RankingFeatures.encode(state, user, at, video, out, 0);

  @Test
  void tenThousandRowsAreTheSameWhenAllLaterEventsAreDeleted() {
    assertThat(differences(HONEST)).isZero();
  }

  @Test
  void aLeakOfWhoComesNextIsCaught() {
    Encoder leaking =
        (all, state, user, at, video, out) -> {
          HONEST.encode(all, state, user, at, video, out);
          int next = all.indexAt(at.epochSecond());
          out[0] = next < all.size() && all.user(next) == user ? 1 : 0;
        };

    assertThat(differences(leaking, INSTANTS, 10)).isPositive();
  }

  @Test
  void aLeakOfAllTimeCountsIsCaught() {
    Encoder leaking =
        (all, state, user, at, video, out) -> {
          HONEST.encode(all, state, user, at, video, out);
          for (int i = 0; i < all.size(); i++) {
            out[1] += all.video(i) == video && all.isGood(i) ? 1 : 0;
          }
        };

    assertThat(differences(leaking, 20, 20)).isGreaterThan(100);
  }

  @Test
  void aStateThatIsOneSecondAheadIsCaught() {
    Encoder ahead =
        (all, state, user, at, video, out) -> {
          FeatureState later = new FeatureState(all.catalog());
          new Replay(all, later).advanceTo(at.epochSecond() + 1);
          RankingFeatures.encode(later, user, at, video, out, 0);
        };

    assertThat(differences(ahead, 10, 5)).isPositive();
  }

  @Test
  void theSameReplayGivesTheSameBytes() {
    assertThat(Arrays.equals(rows(HONEST, 30, 50), rows(HONEST, 30, 50))).isTrue();
  }

  @Test
  void readingAStateDoesNotChangeIt() {
    FeatureState read = new FeatureState(log.catalog());
    FeatureState unread = new FeatureState(log.catalog());
    Replay first = new Replay(log, read);
    float[] row = new float[WIDTH];
    for (long t = log.epochSecond(0); t < log.epochSecond(log.size() - 1); t += 40_000) {
      first.advanceTo(t);
      RankingFeatures.encode(read, 3, Context.at(t), 5, row, 0);
      RankingFeatures.encode(read, 3, Context.at(t + 900_000), 5, row, 0);
    }
    long end = log.epochSecond(log.size() - 1);
    first.advanceTo(end);
    new Replay(log, unread).advanceTo(end);

    float[] other = new float[WIDTH];
    RankingFeatures.encode(read, 3, Context.at(end), 5, row, 0);
    RankingFeatures.encode(unread, 3, Context.at(end), 5, other, 0);
    assertThat(row).containsExactly(other);
  }

  @Test
  void everyValueIsFiniteAndEveryFeatureMoves() {
    float[] rows = rows(HONEST, INSTANTS, ROWS_AT_AN_INSTANT);
    List<String> names = RankingFeatures.names();
    for (int f = 0; f < WIDTH; f++) {
      float smallest = Float.POSITIVE_INFINITY;
      float largest = Float.NEGATIVE_INFINITY;
      for (int at = f; at < rows.length; at += WIDTH) {
        smallest = Math.min(smallest, rows[at]); // NaN stays NaN
        largest = Math.max(largest, rows[at]);
      }
      assertThat(smallest).as(names.get(f)).isFinite();
      assertThat(largest).as(names.get(f)).isFinite();
      assertThat(largest).as(names.get(f)).isGreaterThan(smallest);
    }
  }

  private long differences(Encoder encoder) {
    return differences(encoder, INSTANTS, ROWS_AT_AN_INSTANT);
  }

  /** Rows that differ between one replay of the whole log and fresh ones of truncated logs. */
  private long differences(Encoder encoder, int instants, int rowsEach) {
    float[] replayed = rows(encoder, instants, rowsEach);
    long different = 0;
    float[] row = new float[WIDTH];
    for (int k = 0; k < instants; k++) {
      Context at = instant(k, instants);
      EventLog past = SmallLog.before(log, at.epochSecond());
      FeatureState state = new FeatureState(log.catalog());
      new Replay(past, state).advanceTo(Long.MAX_VALUE);
      for (int r = 0; r < rowsEach; r++) {
        Arrays.fill(row, 0);
        encoder.encode(past, state, user(k, r), at, video(k, r), row);
        int from = (k * rowsEach + r) * WIDTH;
        different += Arrays.equals(row, Arrays.copyOfRange(replayed, from, from + WIDTH)) ? 0 : 1;
      }
    }
    return different;
  }

  private float[] rows(Encoder encoder, int instants, int rowsEach) {
    Replay replay = new Replay(log, new FeatureState(log.catalog()));
    float[] result = new float[instants * rowsEach * WIDTH];
    float[] row = new float[WIDTH];
    for (int k = 0; k < instants; k++) {
      Context at = instant(k, instants);
      FeatureState state = replay.advanceTo(at.epochSecond());
      for (int r = 0; r < rowsEach; r++) {
        Arrays.fill(row, 0);
        encoder.encode(log, state, user(k, r), at, video(k, r), row);
        System.arraycopy(row, 0, result, (k * rowsEach + r) * WIDTH, WIDTH);
      }
    }
    return result;
  }

  /** The second of an event, so that a batch is cut at its edge; every other one on a phone. */
  private Context instant(int k, int instants) {
    int event = (int) ((long) (k + 1) * (log.size() - 1) / instants);
    return new Context(log.epochSecond(event), k % 2 == 0 ? "" : "phone");
  }

  private int user(int k, int r) {
    return r == 0 ? log.user(log.indexAt(instant(k, INSTANTS).epochSecond())) : (r * 7 + k) % 60;
  }

  private static int video(int k, int r) {
    return (r * 3 + k * 11) % 150;
  }
}
