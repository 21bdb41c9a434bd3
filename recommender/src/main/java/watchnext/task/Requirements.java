package watchnext.task;

import java.util.List;
import watchnext.require.Require;

/**
 * Step 1: what is asked of the system, in numbers. The page {@code docs/1-requirements.md} says why
 * each of them; tests compare the defaults of the code with them. <i>Immutable.</i>
 *
 * @param users people who come on a day
 * @param videos videos that may be recommended
 * @param requestsPerUser pages that a user asks for on a day
 * @param peakOverMean requests a second at the busiest time, as a multiple of the day's mean
 * @param pageSize videos of a page
 * @param candidates videos that retrieval hands to the ranker, mean of a request
 * @param latencyMillis a page is made within this time, 99 times of 100
 * @param retrievalMillis the share of stage 1
 * @param rankingMillis the share of stage 2
 * @param rerankingMillis the share of stage 3
 * @param relevanceDays a good watch within these days makes a recommendation right
 * @param leastIndexRecall share of the exact nearest vectors that the index must find
 * @param rebuildHours age at which models are replaced
 * @param availability share of the requests that get a page
 * @param mostPerCreator videos of one creator on a page, while others are left
 * @param mostPerTag videos of one leading tag on a page, while others are left
 * @param never reasons for which a video is on no page
 */
public record Requirements(
    long users,
    long videos,
    double requestsPerUser,
    double peakOverMean,
    int pageSize,
    int candidates,
    int latencyMillis,
    int retrievalMillis,
    int rankingMillis,
    int rerankingMillis,
    int relevanceDays,
    double leastIndexRecall,
    int rebuildHours,
    double availability,
    int mostPerCreator,
    int mostPerTag,
    List<String> never) {

  /** A platform of a hundred million users a day and a billion videos. */
  public static final Requirements DEFAULT =
      new Requirements(
          100_000_000,
          1_000_000_000,
          10,
          3,
          10,
          660,
          100,
          30,
          45,
          5,
          7,
          0.9,
          24,
          0.999,
          2,
          6,
          List.of("not yet uploaded", "already seen", "not interested"));

  /** Takes an unmodifiable copy; checks that the stages fit into the whole. */
  public Requirements {
    never = List.copyOf(never);
    Require.atLeast("pageSize", pageSize, 1);
    Require.that(
        candidates >= pageSize,
        "candidates must be at least a page (%s), were %s",
        pageSize,
        candidates);
    Require.that(
        retrievalMillis + rankingMillis + rerankingMillis <= latencyMillis,
        "the stages must fit into %s ms, took %s",
        latencyMillis,
        retrievalMillis + rankingMillis + rerankingMillis);
  }
}
