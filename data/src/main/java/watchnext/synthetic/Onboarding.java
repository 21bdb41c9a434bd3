package watchnext.synthetic;

import java.util.Comparator;
import java.util.stream.IntStream;
import watchnext.require.Require;
import watchnext.synthetic.truth.Luck;
import watchnext.synthetic.truth.Mind;
import watchnext.synthetic.truth.Truth;

/**
 * What people of a world answer when they are asked at sign-up which videos of a list they like.
 * They go by what fits their interests, not knowing how good the video is, and somewhat at random:
 * a choice is a hint, not the truth.
 *
 * <p>Luck is drawn by name, of this user with this video, and of nothing else: to ask changes
 * nothing that happens. <i>Immutable; thread-safe.</i>
 */
public final class Onboarding {

  private static final double NOISE = 0.15;
  private static final double LIKED = 0.3;

  private final Truth truth;
  private final long luckKey;

  Onboarding(Truth truth) {
    this.truth = truth;
    this.luckKey = Luck.key(truth.seed(), 91);
  }

  /**
   * The favourites of {@code user} among {@code videos}, the best liked first; fewer than {@code
   * most}, or none, when nothing pleases.
   *
   * @param user ordinal
   * @param videos ordinals, each once
   * @param most how many may be chosen, at least 1
   * @param epochSecond when they are asked
   */
  public int[] choices(int user, int[] videos, int most, long epochSecond) {
    Require.atLeast("most", most, 1);
    Mind mind = new Mind();
    mind.enter(truth, user, epochSecond, truth.users().device(user));
    double[] liking = new double[videos.length];
    for (int i = 0; i < videos.length; i++) {
      double noise = Luck.roughNormal(Luck.key(luckKey + user, videos[i]));
      liking[i] = truth.appeal().match(mind, videos[i]) + NOISE * noise;
    }
    return IntStream.range(0, videos.length)
        .filter(i -> liking[i] >= LIKED)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -liking[i]))
        .limit(most)
        .mapToInt(i -> videos[i])
        .toArray();
  }
}
