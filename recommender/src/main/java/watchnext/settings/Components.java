package watchnext.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Components of records by name. <i>Stateless.</i> */
final class Components {

  private Components() {}

  static List<RecordComponent> of(Record record) {
    return List.of(record.getClass().getRecordComponents());
  }

  /** Components that a settings file may hold. */
  static List<RecordComponent> documented(Record record) {
    return of(record).stream().filter(each -> each.isAnnotationPresent(Setting.class)).toList();
  }

  /** Whether the record only wraps one value: it is written as that value. */
  static boolean isWrapper(Record record) {
    return of(record).size() == 1;
  }

  static Object get(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }

  /**
   * The same record with other values of some components.
   *
   * @throws IllegalArgumentException when the constructor refuses them, with its sentence
   */
  static Record with(Record base, Map<String, Object> changes) {
    List<RecordComponent> components = of(base);
    Object[] values =
        components.stream()
            .map(each -> changes.getOrDefault(each.getName(), get(base, each)))
            .toArray();
    try {
      Constructor<? extends Record> constructor =
          base.getClass()
              .getDeclaredConstructor(
                  components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException rule) {
        throw rule;
      }
      throw new IllegalStateException(base.getClass() + " cannot be made", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(base.getClass() + " cannot be made", e);
    }
  }

  /** How a constant is written: {@code TWO_TOWER} as {@code two-tower}. */
  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The names of all constants, in their order. */
  static List<String> names(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(each -> name((Enum<?>) each)).toList();
  }

  /** The known names, the nearest to {@code wrong} first, with commas. */
  static String nearestFirst(List<String> known, String wrong) {
    return String.join(
        ", ",
        known.stream().sorted(Comparator.comparingInt(name -> distance(name, wrong))).toList());
  }

  /** Fewest insertions, deletions and replacements from one text to the other (Levenshtein). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
