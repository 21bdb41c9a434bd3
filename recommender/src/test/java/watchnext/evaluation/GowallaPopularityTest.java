package watchnext.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Context;
import watchnext.catalog.Video;
import watchnext.dataset.Interactions;
import watchnext.task.RankedList;

/**
 * The evaluator reproduces a published number: popularity on the Gowalla check-ins in the split of
 * NGCF and LightGCN (29,858 users, 40,981 places) scores Recall@20 .0416 and NDCG@20 .0317, with
 * all places ranked and those of the training set removed (BARS, the open benchmark of candidate
 * matching).
 */
class GowallaPopularityTest {

  private static final int USERS = 29_858;
  private static final int PLACES = 40_981;

  @Test
  void popularityScoresThePublishedValues() throws IOException {
    Interactions train = read("train.txt");
    Interactions test = read("test.txt");
    assertThat(train.size()).isEqualTo(810_128);
    assertThat(test.size()).isEqualTo(217_242);

    EvaluationSettings settings =
        new EvaluationSettings(
            List.of(ListMetric.RECALL.at(20), ListMetric.NDCG.at(20), ListMetric.HIT.at(20)),
            List.of(),
            20,
            100,
            1,
            0);
    EvaluationRow row =
        new Evaluator(requests(train, test), settings)
            .evaluate(
                List.of(new Contender("popularity", popularity(train), 20)),
                NothingKnown.of(USERS, PLACES))
            .row("popularity");

    assertThat(row.metric("recall@20").value()).isCloseTo(0.0416, within(0.00005));
    assertThat(row.metric("ndcg@20").value()).isCloseTo(0.0317, within(0.00005));
    assertThat(row.metric("hit@20").value()).isCloseTo(0.2038, within(0.00005));
  }

  /** The most visited places first, without those the user has already been to. */
  private static Recommender popularity(Interactions train) {
    Interactions visitors = train.transposed();
    int[] byVisitors =
        IntStream.range(0, PLACES)
            .boxed()
            .sorted((a, b) -> Integer.compare(visitors.count(b), visitors.count(a)))
            .mapToInt(Integer::intValue)
            .toArray();
    return (asked, k) -> {
      int[] places = new int[PLACES];
      float[] scores = new float[PLACES];
      int size = 0;
      for (int place : byVisitors) {
        // A tie at the end of the list is answered whole.
        if (size >= k && visitors.count(place) < scores[size - 1]) {
          break;
        }
        if (!train.contains(asked.user(), place)) {
          places[size] = place;
          scores[size++] = visitors.count(place);
        }
      }
      return new RankedList(Arrays.copyOf(places, size), Arrays.copyOf(scores, size));
    };
  }

  private static EvaluationSet requests(Interactions train, Interactions test) {
    List<EvaluationRequest> requests = new ArrayList<>();
    for (int user = 0; user < USERS; user++) {
      int[] relevant =
          IntStream.range(test.start(user), test.end(user)).map(test::column).toArray();
      requests.add(new EvaluationRequest(user, Context.at(0), relevant, false));
    }
    List<Video> places =
        IntStream.range(0, PLACES).mapToObj(p -> PageMetricsTest.video("p" + p)).toList();
    return new EvaluationSet("gowalla", requests, VideoFacts.of(places, train, 1));
  }

  private static Interactions read(String name) throws IOException {
    List<String> lines = Files.readAllLines(folder().resolve(name));
    int[] users = new int[1_000_000];
    int[] places = new int[1_000_000];
    int size = 0;
    for (String line : lines) {
      String[] numbers = line.trim().split(" ", -1);
      for (int i = 1; i < numbers.length; i++) {
        users[size] = Integer.parseInt(numbers[0]);
        places[size++] = Integer.parseInt(numbers[i]);
      }
    }
    return Interactions.of(USERS, PLACES, Arrays.copyOf(users, size), Arrays.copyOf(places, size));
  }

  private static Path folder() {
    String data = System.getenv("WATCHNEXT_DATA");
    Assumptions.assumeTrue(
        data != null && Files.exists(Path.of(data, "gowalla", "train.txt")),
        "WATCHNEXT_DATA must name a folder with gowalla/train.txt and gowalla/test.txt");
    return Path.of(data, "gowalla");
  }
}
