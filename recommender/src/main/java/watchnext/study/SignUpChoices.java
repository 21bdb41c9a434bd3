package watchnext.study;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import watchnext.event.EventLog;
import watchnext.synthetic.Onboarding;

/**
 * What a new user answers when shown videos at sign-up to choose favourites from. <i>Immutable.</i>
 */
public interface SignUpChoices {

  /**
   * The favourites among {@code shown}.
   *
   * @param most how many may be chosen
   */
  int[] of(int user, int[] shown, int most, long epochSecond);

  /** How they were found out, in words. */
  String how();

  /** The answers of the people of a world. */
  static SignUpChoices asked(Onboarding onboarding) {
    return new SignUpChoices() {
      @Override
      public int[] of(int user, int[] shown, int most, long epochSecond) {
        return onboarding.choices(user, shown, most, epochSecond);
      }

      @Override
      public String how() {
        return "up to 5 favourites among 40 varied popular videos, answered by the people of the"
            + " world";
      }
    };
  }

  /** Nobody was asked: the first videos that the user went on to like speak for them. */
  static SignUpChoices first(EventLog log) {
    Map<Integer, Set<Integer>> liked = new HashMap<>();
    for (int i = 0; i < log.size(); i++) {
      if (log.isGood(i)) {
        liked.computeIfAbsent(log.user(i), user -> new LinkedHashSet<>()).add(log.video(i));
      }
    }
    return new SignUpChoices() {
      @Override
      public int[] of(int user, int[] shown, int most, long epochSecond) {
        return liked.getOrDefault(user, Set.of()).stream()
            .limit(most)
            .mapToInt(Integer::intValue)
            .toArray();
      }

      @Override
      public String how() {
        return "the first 5 videos that the user liked, since nobody was asked";
      }
    };
  }
}
