package watchnext.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchnext.event.EventKind;
import watchnext.synthetic.truth.Extent;
import watchnext.synthetic.truth.Luck;
import watchnext.synthetic.truth.Script;

/** What holds in every world, whatever its seed and settings; the seed is the parameter. */
class WorldPropertiesTest {

  /** A small world whose settings are drawn. */
  private static World world(long seed, double fraud) {
    Luck luck = new Luck(seed);
    Extent extent =
        new Extent(
            2 + luck.below(10),
            1 + luck.below(50),
            300 + luck.below(500),
            40 + luck.below(60),
            WorldConfig.START + luck.below(1_000_000),
            2 + luck.below(5),
            luck.between(0.5, 1),
            luck.between(0.3, 1));
    double popular = luck.between(0, 0.5);
    double uniform = luck.between(0.1, 0.3);
    double fresh = luck.between(0, 0.2);
    double personal = 1 - popular - uniform - fresh;
    PolicyMix mix =
        new PolicyMix(
            popular,
            personal,
            fresh,
            uniform,
            0.2,
            1 + luck.below(72),
            1 + luck.below(12),
            1 + luck.below(80));
    double gapDays = luck.between(0.1, 0.5);
    WorldConfig config =
        new WorldConfig(
            "drawn",
            extent,
            1 + luck.below(20),
            gapDays,
            luck.between(1, 4),
            mix,
            fraud,
            Script.NONE);
    return World.of(config, seed);
  }

  /** Every event with all of its values, in bytes. */
  private static final class Bytes implements SinkByKind {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    @Override
    public void page(int request, boolean random, String device) {
      write(random ? 1 : 0, request);
    }

    @Override
    public void impression(long at, int user, int video, int request, int place, double p) {
      write(2, at, user, video, request, place, Double.doubleToLongBits(p));
    }

    @Override
    public void watch(long at, int user, int video, int request, double watched, double length) {
      write(
          3,
          at,
          user,
          video,
          request,
          Double.doubleToLongBits(watched),
          Double.doubleToLongBits(length));
    }

    @Override
    public void signal(EventKind kind, long at, int user, int video, int request) {
      write(kind.name().hashCode(), at, user, video, request);
    }

    private void write(long... values) {
      try {
        for (long value : values) {
          out.writeLong(value);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void oneThreadAndTwoThreadsWriteTheSameBytes(long seed) {
    Bytes one = new Bytes();
    Bytes two = new Bytes();
    world(seed, 0.2).stream(one, 1, line -> {});
    world(seed, 0.2).stream(two, 2, line -> {});
    assertThat(one.bytes.size()).isGreaterThan(50_000);
    assertThat(two.bytes.toByteArray()).isEqualTo(one.bytes.toByteArray());
  }

  /** Watches every rule of conservation as the events come. */
  private static final class Ledger implements SinkByKind {
    private final Set<String> shown = new HashSet<>();
    private final Set<String> opened = new HashSet<>();
    private final Set<String> watched = new HashSet<>();
    private int pages;
    private int likes;
    private long last = Long.MIN_VALUE;

    private String key(long at, int user, int video, int request) {
      assertThat(at).as("time").isGreaterThanOrEqualTo(last);
      assertThat(request).as("request is announced").isBetween(0, pages - 1);
      last = at;
      return user + " " + video + " " + request;
    }

    @Override
    public void page(int request, boolean random, String device) {
      assertThat(request).isEqualTo(pages++);
    }

    @Override
    public void impression(long at, int user, int video, int request, int place, double p) {
      assertThat(shown.add(key(at, user, video, request))).as("shown once a page").isTrue();
      assertThat(p).isGreaterThan(0).isLessThanOrEqualTo(1);
    }

    @Override
    public void watch(long at, int user, int video, int request, double seconds, double length) {
      String key = key(at, user, video, request);
      assertThat(opened.contains(key) && watched.add(key)).as("watched once opened").isTrue();
      assertThat(seconds).isGreaterThan(0);
    }

    @Override
    public void signal(EventKind kind, long at, int user, int video, int request) {
      String key = key(at, user, video, request);
      switch (kind) {
        case CLICK -> assertThat(shown.contains(key) && opened.add(key)).isTrue();
        case LIKE -> {
          assertThat(watched).contains(key);
          likes++;
        }
        case NOT_INTERESTED -> assertThat(shown.contains(key) && !opened.contains(key)).isTrue();
        case IMPRESSION, WATCH, RATING -> throw new AssertionError(kind + " is no signal");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void nothingComesFromNothingAndTimeNeverRunsBackwards(long seed) {
    Ledger ledger = new Ledger();
    world(seed, 0).stream(ledger, 1, line -> {});
    assertThat(ledger.watched).hasSizeGreaterThan(100);
    assertThat(ledger.likes).isPositive();
    // What is opened in the last seconds ends after the last second, and is not in the log.
    assertThat(ledger.opened.size() - ledger.watched.size()).isBetween(0, 20);
  }

  /**
   * Sums 1 / propensity by place. Its mean is the number of videos that could have stood there: the
   * catalogue less what was shown lately or stands above. So the propensities sum to one over those
   * and are the frequencies with which videos are shown, on every page of the log.
   */
  private static final class Eligible implements SinkByKind {
    private final World world;
    private final int window;
    private final BitSet random = new BitSet();
    private final List<Deque<Integer>> lately = new ArrayList<>();
    private final double[] sums;
    private final double[] squares;
    private final int[] counts;
    private int pages;

    Eligible(World world) {
      this.world = world;
      this.window = world.config().logging().seenWindow();
      this.sums = new double[world.config().pageSize()];
      this.squares = new double[sums.length];
      this.counts = new int[sums.length];
      for (int u = 0; u < world.catalog().users().size(); u++) {
        lately.add(new ArrayDeque<>());
      }
    }

    @Override
    public void page(int request, boolean isRandom, String device) {
      random.set(request, isRandom);
      pages++;
    }

    @Override
    public void impression(long at, int user, int video, int request, int place, double p) {
      Deque<Integer> shown = lately.get(user);
      Set<Integer> excluded = new HashSet<>(shown);
      assertThat(excluded).doesNotContain(video);
      int eligible = world.videosAt(at) - excluded.size();
      shown.addLast(video);
      if (place == sums.length - 1) {
        while (shown.size() > window) {
          shown.removeFirst();
        }
      }
      if (random.get(request)) {
        assertThat(1 / p).isCloseTo(eligible, within(1e-6 * eligible));
      } else {
        double ratio = 1 / p / eligible;
        sums[place] += ratio;
        squares[place] += ratio * ratio;
        counts[place]++;
      }
    }

    @Override
    public void watch(long at, int user, int video, int request, double seconds, double length) {}

    @Override
    public void signal(EventKind kind, long at, int user, int video, int request) {}
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void propensitiesAreTheFrequenciesOfWhatIsShown(long seed) {
    World world = world(seed, 0);
    Eligible eligible = new Eligible(world);
    world.stream(eligible, 1, line -> {});
    for (int place = 0; place < eligible.sums.length; place++) {
      double n = eligible.counts[place];
      double mean = eligible.sums[place] / n;
      double deviation = Math.sqrt((eligible.squares[place] / n - mean * mean) / n);
      assertThat(n).isGreaterThan(300);
      assertThat(mean).as("place " + place).isCloseTo(1, within(4 * deviation));
    }
    double pages = eligible.pages;
    double share = eligible.random.cardinality() / pages;
    assertThat(share).isCloseTo(0.2, within(4 * Math.sqrt(0.2 * 0.8 / pages)));
  }
}
