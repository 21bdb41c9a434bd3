package watchnext.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Context;
import watchnext.event.EventKind;
import watchnext.event.EventLog;
import watchnext.event.EventLogBuilder;
import watchnext.synthetic.truth.Fraud;
import watchnext.synthetic.truth.Script;

/** The switches of a world: threads, bad networks, fraud, drift. */
class WorldVariantsTest {

  private static final WorldConfig TINY = WorldConfig.preset("tiny");

  /** Writes each event down as a line, and the arrivals. */
  private static final class Lines implements ArrivalSink, SinkByKind {
    final List<String> events = new ArrayList<>();
    final List<Long> happened = new ArrayList<>();
    final List<Long> arrived = new ArrayList<>();

    @Override
    public void arrives(long epochSecond) {
      arrived.add(epochSecond);
    }

    @Override
    public void page(int request, boolean random, String device) {}

    @Override
    public void impression(long at, int user, int video, int request, int position, double p) {
      add(at, "shown " + user + " " + video + " " + request + " " + position + " " + p);
    }

    @Override
    public void watch(long at, int user, int video, int request, double watched, double duration) {
      add(at, "watch " + user + " " + video + " " + request + " " + watched + " " + duration);
    }

    @Override
    public void signal(EventKind kind, long at, int user, int video, int request) {
      add(at, kind + " " + user + " " + video + " " + request);
    }

    private void add(long at, String line) {
      events.add(at + " " + line);
      happened.add(at);
    }
  }

  private static Lines stream(WorldConfig config, int threads) {
    Lines lines = new Lines();
    World.of(config, 5).stream(lines, threads, line -> {});
    return lines;
  }

  @Test
  void oneThreadAndThreeThreadsWriteTheSameLog() {
    WorldConfig config = TINY.withFraud(0.1).withScript(Script.demonstration(TINY.extent()));
    assertThat(stream(config, 3).events).isEqualTo(stream(config, 1).events);
  }

  @Test
  void aPerfectNetworkDeliversEverythingAtOnce() {
    Lines lines = new Lines();
    World.of(TINY, 5).deliver(DeliverySettings.PERFECT, lines, 1, line -> {});
    assertThat(lines.events).isEqualTo(stream(TINY, 1).events);
    assertThat(lines.arrived).isEqualTo(lines.happened);
  }

  @Test
  void aBadNetworkDelaysRepeatsAndLosesInTheSharesThatAreSet() {
    Lines sent = stream(TINY, 1);
    Lines got = new Lines();
    World.of(TINY, 5).deliver(new DeliverySettings(0.1, 600, 0.05, 0.02), got, 1, line -> {});
    int late = 0;
    int backwards = 0;
    for (int i = 0; i < got.arrived.size(); i++) {
      assertThat(got.arrived.get(i)).isGreaterThanOrEqualTo(got.happened.get(i));
      assertThat(i == 0 || got.arrived.get(i) >= got.arrived.get(i - 1)).isTrue();
      backwards += i > 0 && got.happened.get(i) < got.happened.get(i - 1) ? 1 : 0;
      late += got.arrived.get(i) > got.happened.get(i) ? 1 : 0;
    }
    Map<String, Integer> times = new HashMap<>();
    for (String event : got.events) {
      times.merge(event, 1, Integer::sum);
    }
    assertThat(backwards).isGreaterThan(late / 2);
    double size = sent.events.size();
    assertThat(late / size).isBetween(0.12, 0.17); // 10 % late and 5 % second copies, less the lost
    assertThat(1 - times.size() / size).isBetween(0.015, 0.025);
    assertThat((got.events.size() - times.size()) / size).isBetween(0.04, 0.06);
  }

  @Test
  void eachKindOfFraudLeavesItsOwnTraces() {
    World world = World.of(TINY.withFraud(0.3), 5);
    EventLogBuilder builder = new EventLogBuilder(world.catalog());
    world.stream(EventSink.into(builder), 1, line -> {});
    EventLog log = builder.build();
    Fraud fraud = world.truth().fraud();
    Map<Fraud.Kind, int[]> counts = new EnumMap<>(Fraud.Kind.class);
    for (Fraud.Kind kind : Fraud.Kind.values()) {
      counts.put(kind, new int[EventKind.values().length + 1]);
    }
    for (int i = 0; i < log.size(); i++) {
      int[] row = counts.get(fraud.kind(log.user(i)));
      switch (log.kind(i)) {
        case IMPRESSION -> row[0]++;
        case CLICK -> row[1]++;
        case WATCH -> row[2]++;
        case LIKE -> row[3]++;
        case NOT_INTERESTED, RATING -> {}
      }
      row[6] += log.request(i) < 0 ? 1 : 0;
    }
    assertThat(fraud.count()).isBetween(60, 120);
    assertThat(counts.get(Fraud.Kind.NONE)[6]).isZero();
    assertThat(counts.get(Fraud.Kind.VIEW_BOT)[0]).isZero();
    assertThat(counts.get(Fraud.Kind.VIEW_BOT)[2]).isGreaterThan(1000);
    int[] farm = counts.get(Fraud.Kind.LIKE_FARM);
    assertThat(farm[3]).isEqualTo(farm[2]).isGreaterThan(50);
    int[] injection = counts.get(Fraud.Kind.CLICK_INJECTION);
    assertThat(injection[1]).isEqualTo(injection[0]);
    assertThat(injection[2]).isLessThan(injection[1]);
    int[] stealth = counts.get(Fraud.Kind.STEALTH_DRIP);
    assertThat(stealth[6]).isGreaterThan(0).isLessThan(stealth[0] / 5);
    int[] replay = counts.get(Fraud.Kind.REPLAY);
    assertThat(replay[2]).isGreaterThan(replay[0] * 4 / 5);
  }

  @Test
  void aBrokenClientStillShowsButNoLongerTells() {
    WorldConfig config = TINY.withScript(new Script(List.of(new Script.BrokenClient(5, 7, 0))));
    World world = World.of(config, 5);
    EventLog log = world.record(line -> {}).events();
    long from = WorldConfig.START + 5 * 86_400L;
    int first = log.indexAt(from + 3600);
    int end = log.indexAt(from + 2 * 86_400L);
    long shown = 0;
    long clicked = 0;
    for (int i = first; i < end; i++) {
      shown += log.kind(i) == EventKind.IMPRESSION ? 1 : 0;
      clicked += log.kind(i) == EventKind.CLICK ? 1 : 0;
    }
    assertThat(shown).isGreaterThan(3000);
    assertThat((double) clicked / shown).isLessThan(0.2);
  }

  @Test
  void aTopicThatTakesOffIsOpenedMoreFromItsDayOn() {
    int leaf = World.of(TINY, 5).truth().videos().leaf(0);
    WorldConfig config =
        TINY.withScript(new Script(List.of(new Script.TopicTakesOff(3, leaf, 0.9))));
    assertThat(clickRateOf(leaf, World.of(config, 5), 5))
        .isGreaterThan(1.3 * clickRateOf(leaf, World.of(TINY, 5), 5));
    assertThat(clickRateOf(leaf, World.of(config, 5), 2))
        .isEqualTo(clickRateOf(leaf, World.of(TINY, 5), 2));
  }

  private static double clickRateOf(int leaf, World world, int day) {
    long time = WorldConfig.START + day * 86_400L;
    Audience audience = world.audience();
    int shown = 0;
    int clicked = 0;
    for (int user = 0; user < 180; user++) {
      for (int v = 0; v < 300; v++) {
        if (world.truth().videos().leaf(v) == leaf && shown++ >= 0) {
          PageResponse answer = audience.respond(user, new int[] {v}, new Context(time, "phone"));
          clicked += answer.clicked(0) ? 1 : 0;
        }
      }
    }
    return (double) clicked / shown;
  }

  @Test
  void nobodyServesUsersWithoutAThread() {
    World world = World.of(TINY, 5);
    Lines lines = new Lines();
    assertThatThrownBy(() -> world.stream(lines, 0, line -> {}))
        .hasMessage("threads must be at least 1, was 0");
  }
}
