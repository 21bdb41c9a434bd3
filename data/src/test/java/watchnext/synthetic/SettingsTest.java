package watchnext.synthetic;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import watchnext.synthetic.truth.Extent;
import watchnext.synthetic.truth.Script;

/** Every setting of a world is refused at construction when it is bad, with its rule and value. */
class SettingsTest {

  private static final double NAN = Double.NaN;
  private static final WorldConfig TINY = WorldConfig.preset("tiny");

  @ParameterizedTest(name = "{0}")
  @MethodSource({"extents", "mixes", "configs", "deliveries", "changes", "scripts"})
  void aBadSettingIsRefusedWithItsRuleAndValue(String sentence, ThrowingCallable construction) {
    assertThatThrownBy(construction)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }

  private static Arguments refused(String sentence, ThrowingCallable construction) {
    return arguments(sentence, construction);
  }

  static Stream<Arguments> extents() {
    return Stream.of(
        refused("roots must be in [2, 12], was 1", () -> extent(1, 60, 600, 300, 14, 0.5, 0.6)),
        refused("roots must be in [2, 12], was 13", () -> extent(13, 60, 600, 300, 14, 0.5, 0.6)),
        refused("creators must be at least 1, was 0", () -> extent(6, 0, 600, 300, 14, 0.5, 0.6)),
        refused("videos must be at least 100, was 99", () -> extent(6, 60, 99, 300, 14, 0.5, 0.6)),
        refused("users must be at least 1, was 0", () -> extent(6, 60, 600, 0, 14, 0.5, 0.6)),
        refused("days must be in [1, 3650], was 0", () -> extent(6, 60, 600, 300, 0, 0.5, 0.6)),
        refused(
            "days must be in [1, 3650], was 3651", () -> extent(6, 60, 600, 300, 3651, 0.5, 0.6)),
        refused(
            "videosAtStart must be in (0, 1], was 0.0", () -> extent(6, 60, 600, 300, 14, 0, 0.6)),
        refused(
            "videosAtStart must be in (0, 1], was NaN",
            () -> extent(6, 60, 600, 300, 14, NAN, 0.6)),
        refused(
            "usersAtStart must be in (0, 1], was 1.1",
            () -> extent(6, 60, 600, 300, 14, 0.5, 1.1)));
  }

  private static void extent(
      int roots, int creators, int videos, int users, int days, double early, double there) {
    new Extent(roots, creators, videos, users, WorldConfig.START, days, early, there);
  }

  static Stream<Arguments> mixes() {
    String sum = "shares of the sources must be 0 or more and sum to 1, summed to ";
    return Stream.of(
        refused(sum + "1.5", () -> mix(0.5, 0.5, 0.25, 0.25, 0)),
        refused(sum + "1.0", () -> mix(-0.5, 1, 0.25, 0.25, 0)),
        refused(sum + "1.0", () -> mix(1, -0.5, 0.25, 0.25, 0)),
        refused(sum + "1.0", () -> mix(0.5, 0.5, -0.25, 0.25, 0)),
        refused(sum + "NaN", () -> mix(NAN, 0.5, 0.25, 0.25, 0)),
        refused(
            "uniform must be above 0, so that every video can be shown, was 0.0",
            () -> mix(0.5, 0.5, 0, 0, 0)),
        refused("randomPages must be in [0, 1], was 1.5", () -> mix(0.25, 0.25, 0.25, 0.25, 1.5)),
        refused("randomPages must be in [0, 1], was NaN", () -> mix(0.25, 0.25, 0.25, 0.25, NAN)),
        refused("freshHours must be at least 1, was 0", () -> hours(0, 6, 100)),
        refused("refreshHours must be at least 1, was 0", () -> hours(48, 0, 100)),
        refused("seenWindow must be at least 1, was 0", () -> hours(48, 6, 0)));
  }

  private static void mix(
      double popular, double personal, double fresh, double any, double random) {
    new PolicyMix(popular, personal, fresh, any, random, 48, 6, 100);
  }

  private static PolicyMix hours(int fresh, int refresh, int seenWindow) {
    return new PolicyMix(0.25, 0.25, 0.25, 0.25, 0, fresh, refresh, seenWindow);
  }

  static Stream<Arguments> configs() {
    PolicyMix mix = TINY.logging();
    return Stream.of(
        refused("the name of a world must not be blank", () -> config(" ", 10, 2, 2, mix)),
        refused("pageSize must be in [1, 50], was 0", () -> config("w", 0, 2, 2, mix)),
        refused("pageSize must be in [1, 50], was 51", () -> config("w", 51, 2, 2, mix)),
        refused("gapDays must be in (0, 365], was 0.0", () -> config("w", 10, 0, 2, mix)),
        refused("gapDays must be in (0, 365], was NaN", () -> config("w", 10, NAN, 2, mix)),
        refused(
            "pagesPerSession must be in [1, 1000], was 0.5", () -> config("w", 10, 2, 0.5, mix)),
        refused("fraudShare must be in [0, 0.5], was 0.6", () -> TINY.withFraud(0.6)),
        refused("fraudShare must be in [0, 0.5], was NaN", () -> TINY.withFraud(NAN)),
        refused(
            "videos at the start must be at least seenWindow + 2 pages (301), were 300",
            () -> config("w", 10, 2, 2, hours(48, 6, 281))),
        refused(
            "users times seenWindow must be at most 1000000000, was 1200000000",
            () -> config("w", 10, 2, 2, hours(48, 6, 4_000_000))));
  }

  private static void config(
      String name, int pageSize, double gapDays, double pagesPerSession, PolicyMix mix) {
    new WorldConfig(name, TINY.extent(), pageSize, gapDays, pagesPerSession, mix, 0, Script.NONE);
  }

  static Stream<Arguments> deliveries() {
    return Stream.of(
        refused("lateShare must be in [0, 1], was 2.0", () -> delivery(2, 0, 0, 0)),
        refused("lateShare must be in [0, 1], was NaN", () -> delivery(NAN, 0, 0, 0)),
        refused("meanLateSeconds must be in [0, 2592000], was -1.0", () -> delivery(0, -1, 0, 0)),
        refused("duplicateShare must be in [0, 1], was -0.1", () -> delivery(0, 0, -0.1, 0)),
        refused("lostShare must be in [0, 1], was 1.1", () -> delivery(0, 0, 0, 1.1)));
  }

  private static void delivery(double late, double seconds, double twice, double lost) {
    new DeliverySettings(late, seconds, twice, lost);
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        refused("day must be 0 or more, was -1", () -> new Script.InterestShift(-1, 0.5)),
        refused("share must be in (0, 1], was 0.0", () -> new Script.InterestShift(1, 0)),
        refused("share must be in (0, 1], was NaN", () -> new Script.InterestShift(1, NAN)),
        refused("day must be 0 or more, was -2", () -> new Script.TopicTakesOff(-2, 0, 0.5)),
        refused("leaf must be 0 or more, was -1", () -> new Script.TopicTakesOff(1, -1, 0.5)),
        refused("strength must be in (0, 1], was 1.5", () -> new Script.TopicTakesOff(1, 0, 1.5)),
        refused("root must be 0 or more, was -1", () -> new Script.Season(-1, 0.5)),
        refused("strength must be in (0, 1], was 0.0", () -> new Script.Season(1, 0)),
        refused("day must be 0 or more, was -1", () -> new Script.BrokenClient(-1, 2, 0)),
        refused(
            "untilDay must be above fromDay (5), was 5", () -> new Script.BrokenClient(5, 5, 0)),
        refused("device must be in [0, 4), was 4", () -> new Script.BrokenClient(5, 6, 4)));
  }

  static Stream<Arguments> scripts() {
    return Stream.of(
        refused(
            "day of a change must be below 14, was 14",
            () -> draw(new Script.InterestShift(14, 0.5))),
        refused(
            "leaf of a change must be below 36, was 999",
            () -> draw(new Script.TopicTakesOff(1, 999, 0.5))),
        refused("root of a change must be below 6, was 6", () -> draw(new Script.Season(6, 0.5))),
        refused(
            "fromDay of a change must be below 14, was 15",
            () -> draw(new Script.BrokenClient(15, 16, 0))));
  }

  private static void draw(Script.Change change) {
    World.of(TINY.withScript(new Script(List.of(change))), 5);
  }
}
