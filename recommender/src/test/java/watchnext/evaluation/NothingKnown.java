package watchnext.evaluation;

import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.feature.FeatureState;

/** A state without a single event, for recommenders that do not look at it. */
final class NothingKnown {

  private NothingKnown() {}

  /** Of {@code users} users and {@code videos} videos, at any time. */
  static LongFunction<FeatureState> of(int users, int videos) {
    List<User> nobody = IntStream.range(0, users).mapToObj(u -> User.unknown("u" + u)).toList();
    FeatureState state =
        new FeatureState(
            new Catalog(
                nobody,
                IntStream.range(0, videos).mapToObj(v -> PageMetricsTest.video("v" + v)).toList()));
    return time -> state;
  }
}
