package watchnext.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watchnext.settings.SetElsewhere;
import watchnext.settings.Setting;
import watchnext.settings.Settings;

/** The settings of a rebuild: each is documented, and its range is what its constructor checks. */
class RebuildConfigTest {

  private static final RebuildConfig DEFAULTS = RebuildConfig.defaults(1);
  private static final Pattern INTERVAL = Pattern.compile("([\\[(])(\\S+), (\\S+)([\\])])");

  /** A number with its documented interval. */
  record Ranged(
      String path, boolean isWhole, boolean isLowIn, double low, double high, boolean isHighIn) {

    static Ranged of(String path, RecordComponent component) {
      String range = component.getAnnotation(Setting.class).range();
      Matcher interval = INTERVAL.matcher(range);
      assertThat(interval.matches()).as("range of %s: %s", path, range).isTrue();
      return new Ranged(
          path,
          component.getType() == int.class,
          interval.group(1).equals("["),
          Double.parseDouble(interval.group(2)),
          interval.group(3).equals("inf")
              ? Double.POSITIVE_INFINITY
              : Double.parseDouble(interval.group(3)),
          interval.group(4).equals("]"));
    }

    String assigned(double value) {
      String text = isWhole ? Long.toString((long) value) : Double.toString(value);
      return path + "=" + (value == Double.POSITIVE_INFINITY ? ".inf" : text);
    }
  }

  static List<Ranged> ranged() throws ReflectiveOperationException {
    List<Ranged> all = new ArrayList<>();
    collect("", DEFAULTS, all);
    return all;
  }

  private static void collect(String path, Record record, List<Ranged> all)
      throws ReflectiveOperationException {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      String below = path + component.getName();
      Class<?> type = component.getType();
      if (type.isRecord() && type != Quotas.class) {
        collect(below + ".", (Record) component.getAccessor().invoke(record), all);
      } else if (component.isAnnotationPresent(Setting.class)
          && (type == int.class || type == double.class)) {
        all.add(Ranged.of(below, component));
      }
    }
  }

  static Stream<Class<?>> records() {
    List<Class<?>> all = new ArrayList<>(List.of(RebuildConfig.class));
    for (int i = 0; i < all.size(); i++) {
      for (RecordComponent component : all.get(i).getRecordComponents()) {
        if (component.getType().isRecord()) {
          all.add(component.getType());
        }
      }
    }
    return all.stream().distinct();
  }

  @ParameterizedTest
  @MethodSource("records")
  void everyComponentIsDocumentedButSeedsAndThreads(Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      boolean isElsewhere = List.of("seed", "threads").contains(component.getName());
      String name = component.getName() + " of " + type;
      assertThat(component.isAnnotationPresent(Setting.class)).as(name).isEqualTo(!isElsewhere);
      assertThat(component.isAnnotationPresent(SetElsewhere.class)).as(name).isEqualTo(isElsewhere);
    }
  }

  @ParameterizedTest
  @MethodSource("ranged")
  void theDocumentedRangeIsTheOneThatIsChecked(Ranged setting) {
    double step = setting.isWhole() ? 1 : 1e-6;
    double high = setting.high();
    accepted(setting, setting.isLowIn() ? setting.low() : setting.low() + step);
    refused(setting, setting.isLowIn() ? setting.low() - step : setting.low());
    if (setting.isWhole() && high == Double.POSITIVE_INFINITY) {
      accepted(setting, Integer.MAX_VALUE);
    } else if (setting.isHighIn()) {
      accepted(setting, high);
    } else {
      refused(setting, high);
    }
    if (setting.isHighIn() && high < Double.POSITIVE_INFINITY) {
      refused(setting, high + step);
    }
  }

  private static void accepted(Ranged setting, double value) {
    assertThat(Settings.with(DEFAULTS, setting.assigned(value))).isNotNull();
  }

  private static void refused(Ranged setting, double value) {
    assertThatThrownBy(() -> Settings.with(DEFAULTS, setting.assigned(value)))
        .as(setting.assigned(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(setting.path());
  }

  @Test
  void theDefaultsComeBackFromWhatIsPrinted() {
    RebuildConfig other = Settings.with(DEFAULTS, "gbdt.trees=7", "quotas.cold=3", "page.pool=9");
    assertThat(other).isNotEqualTo(DEFAULTS);
    assertThat(Settings.read(other, "", Settings.print(DEFAULTS))).isEqualTo(DEFAULTS);
  }

  @RepeatedTest(20)
  void settingsInRangeComeBackFromWhatIsPrinted(RepetitionInfo repetition)
      throws ReflectiveOperationException {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    RebuildConfig config =
        Settings.with(DEFAULTS, "index.kind=cells", "twoTower.softmax.logQ=false", "quotas.als=7");
    for (Ranged setting : ranged()) {
      double width = Math.min(setting.high() - setting.low(), 1_000);
      double value = setting.low() + (0.01 + 0.98 * random.nextDouble()) * width;
      config =
          Settings.with(config, setting.assigned(setting.isWhole() ? Math.ceil(value) : value));
    }
    assertThat(Settings.read(DEFAULTS, "", Settings.print(config))).isEqualTo(config);
  }
}
