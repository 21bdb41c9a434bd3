package watchnext.feature.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import watchnext.catalog.Context;
import watchnext.catalog.User;
import watchnext.require.Require;

/**
 * A user's attributes and the request's context as a dense vector: one-hot country, language,
 * device and age (the most common values seen before the cut, the rest are "other"), hour and
 * weekday on a circle, and the age of the account.
 *
 * <p>Fitted on users who signed up before the cut. <i>Immutable.</i>
 */
public final class UserAttributes {

  private static final int MOST_VALUES = 12;
  private static final int CIRCLE_VALUES = 5;

  private final List<List<String>> values;
  private final int width;

  private UserAttributes(List<List<String>> values) {
    this.values = values;
    this.width = CIRCLE_VALUES + values.stream().mapToInt(List::size).sum();
  }

  /** The encoder for the values that {@code users} (those known before the cut) have. */
  public static UserAttributes fit(Collection<User> users) {
    return new UserAttributes(
        List.of(
            common(users, User::country),
            common(users, User::language),
            common(users, User::device),
            common(users, User::ageBucket)));
  }

  /** The encoder of stored values, as {@link #values} gave them. */
  public static UserAttributes of(List<List<String>> values) {
    Require.that(values.size() == 4, "values must be 4 lists, were %s", values.size());
    return new UserAttributes(values.stream().map(List::copyOf).toList());
  }

  private static List<String> common(Collection<User> users, Function<User, String> field) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    for (User user : users) {
      String value = field.apply(user);
      if (!value.isEmpty()) {
        counts.merge(value, 1, Integer::sum);
      }
    }
    List<String> sorted = new ArrayList<>(counts.keySet());
    sorted.sort((a, b) -> Integer.compare(counts.getOrDefault(b, 0), counts.getOrDefault(a, 0)));
    return List.copyOf(sorted.subList(0, Math.min(MOST_VALUES, sorted.size())));
  }

  /** The fitted values of country, language, device and age, for storing. */
  public List<List<String>> values() {
    return values;
  }

  /** Length of the vector. */
  public int width() {
    return width;
  }

  /** Writes the vector of {@code user} in {@code context} to {@code out} from {@code offset}. */
  public void encode(User user, Context context, float[] out, int offset) {
    double hour = 2 * Math.PI * context.hour() / 24;
    double day = 2 * Math.PI * context.dayOfWeek() / 7;
    out[offset] = (float) Math.sin(hour);
    out[offset + 1] = (float) Math.cos(hour);
    out[offset + 2] = (float) Math.sin(day);
    out[offset + 3] = (float) Math.cos(day);
    out[offset + 4] = accountAge(user, context);
    String device = context.device().isEmpty() ? user.device() : context.device();
    int at = offset + CIRCLE_VALUES;
    at = oneHot(values.get(0), user.country(), out, at);
    at = oneHot(values.get(1), user.language(), out, at);
    at = oneHot(values.get(2), device, out, at);
    oneHot(values.get(3), user.ageBucket(), out, at);
  }

  private static float accountAge(User user, Context context) {
    if (user.signedUpEpochSecond() == watchnext.catalog.Video.ALWAYS_THERE) {
      return 1;
    }
    double days = Math.max(0, context.epochSecond() - user.signedUpEpochSecond()) / 86_400.0;
    return (float) Math.min(1, Math.log1p(days) / 6);
  }

  private static int oneHot(List<String> values, String value, float[] out, int at) {
    for (int i = 0; i < values.size(); i++) {
      out[at + i] = values.get(i).equals(value) ? 1 : 0;
    }
    return at + values.size();
  }
}
