package watchnext.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import watchnext.dataset.FutureWatches;
import watchnext.dataset.LabelledRequest;
import watchnext.dataset.LabelledRequests;
import watchnext.evaluation.EvaluationProtocol;
import watchnext.evaluation.EvaluationRequest;
import watchnext.event.EventLog;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.feature.Replay;
import watchnext.retrieval.RetrievalStage;
import watchnext.task.Asked;

/**
 * What the rankers learn from. Where the data says what was shown, each page with what the user
 * did; to it come candidates that the retrievers find at that instant and that were not on the
 * page, labelled by what the user then went on to watch well. Where nothing says what was shown in
 * that time, the candidates alone.
 *
 * <p>Pages alone would teach a ranker to tell apart what an older policy chose to show; at serving
 * it meets hundreds of videos that policy would never have shown, and has no idea that they are
 * worse (sample selection bias: Ma et al., ESMM, SIGIR 2018 [ma2018esmm]). The retrievers were
 * fitted before the first of these instants, and nothing at or after {@code until} is looked at.
 *
 * <table>
 *   <caption>labels</caption>
 *   <tr><th></th><th>clicked</th><th>watched long</th><th>liked</th></tr>
 *   <tr><td>on the page</td><td>as logged</td><td>as logged</td><td>as logged</td></tr>
 *   <tr><td>candidate, watched well later</td><td>1</td><td>1</td><td>unknown (NaN)</td></tr>
 *   <tr><td>candidate, not watched well later</td><td>0</td><td>0</td><td>0</td></tr>
 * </table>
 *
 * <p>Unknown is left out of the loss of that label. The zeros of the last line are assumed: nobody
 * showed the video, and some would have been opened. So the network's probabilities are those of
 * this mixture, lower than the rates of a page; their order is what the page uses.
 *
 * <p><i>Confined: one thread.</i>
 */
final class TrainingRequests {

  private static final long HORIZON_SECONDS = 7 * 86_400L;
  private static final int UNWATCHED_BESIDE_A_PAGE = 60;
  private static final int UNWATCHED_ALONE = 150;

  private final Recording recording;
  private final RetrievalStage retrieval;
  private final long until;
  private final FutureWatches future;
  private final RandomGenerator random;

  TrainingRequests(
      Recording recording, RetrievalStage retrieval, long until, RandomGenerator random) {
    this.recording = recording;
    this.retrieval = retrieval;
    this.until = until;
    EventLog log = recording.events();
    this.future = FutureWatches.of(log.before(log.indexAt(until)));
    this.random = random;
  }

  /** At most {@code most} requests from {@code from} on, in order of time. */
  List<LabelledRequest> from(long from, int most) {
    List<LabelledRequest> pages = pages(from, most);
    if (pages.isEmpty()) {
      pages = questions(from, most);
    }
    Replay replay = new Replay(recording.events(), new FeatureState(recording.catalog()));
    List<LabelledRequest> requests = new ArrayList<>(pages.size());
    for (LabelledRequest page : pages) {
      FeatureState state = replay.advanceTo(page.context().epochSecond());
      LabelledRequest request = withCandidates(page, state);
      if (request.size() > 0) {
        requests.add(request);
      }
    }
    return requests;
  }

  private List<LabelledRequest> pages(long from, int most) {
    return LabelledRequests.sample(
        LabelledRequests.fromImpressions(recording, from, until), most, random);
  }

  /** Requests as the evaluation would ask them, without a page. */
  private List<LabelledRequest> questions(long from, int most) {
    List<LabelledRequest> questions = new ArrayList<>();
    EvaluationProtocol protocol = EvaluationProtocol.DEFAULT.withAtMost(most, random.nextLong());
    for (EvaluationRequest request : protocol.select(recording, from, until).requests()) {
      float[] none = {};
      questions.add(
          new LabelledRequest(
              request.user(), request.context(), new int[0], none, none, none, new int[0]));
    }
    return questions;
  }

  private LabelledRequest withCandidates(LabelledRequest page, FeatureState state) {
    int[] found = retrieval.candidates(Asked.of(page.user(), page.context(), state)).videos();
    int[] watched = future.from(page.user(), page.context().epochSecond(), HORIZON_SECONDS);
    int[] onPage = page.videos().clone();
    Arrays.sort(onPage);
    int[] others = Arrays.stream(found).filter(v -> Arrays.binarySearch(onPage, v) < 0).toArray();
    int good = moveToFront(others, watched);
    if (page.size() == 0 && good == 0) {
      return page;
    }
    int unwatched = page.size() == 0 ? UNWATCHED_ALONE : UNWATCHED_BESIDE_A_PAGE;
    int kept = Math.min(others.length, good + unwatched);
    for (int i = good; i < kept; i++) {
      swap(others, i, i + random.nextInt(others.length - i));
    }
    return joined(page, Arrays.copyOf(others, kept), good);
  }

  /** Moves those of {@code videos} that are among the ascending {@code wanted} to the front. */
  private static int moveToFront(int[] videos, int[] wanted) {
    int moved = 0;
    for (int i = 0; i < videos.length; i++) {
      if (Arrays.binarySearch(wanted, videos[i]) >= 0) {
        swap(videos, i, moved++);
      }
    }
    return moved;
  }

  /** The page, then {@code others}, of which the first {@code good} are watched well. */
  private static LabelledRequest joined(LabelledRequest page, int[] others, int good) {
    int shown = page.size();
    int size = shown + others.length;
    int[] videos = Arrays.copyOf(page.videos(), size);
    System.arraycopy(others, 0, videos, shown, others.length);
    float[] clicked = Arrays.copyOf(page.clicked(), size);
    float[] watched = Arrays.copyOf(page.watchedLong(), size);
    float[] liked = Arrays.copyOf(page.liked(), size);
    int[] positions = Arrays.copyOf(page.positions(), size);
    Arrays.fill(clicked, shown, shown + good, 1);
    Arrays.fill(watched, shown, shown + good, 1);
    Arrays.fill(liked, shown, shown + good, Float.NaN);
    Arrays.fill(positions, shown, size, LabelledRequest.UNKNOWN_POSITION);
    return new LabelledRequest(
        page.user(), page.context(), videos, clicked, watched, liked, positions);
  }

  private static void swap(int[] values, int a, int b) {
    int value = values[a];
    values[a] = values[b];
    values[b] = value;
  }
}
