package watchnext.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import watchnext.dataset.LabelledRequest;
import watchnext.evaluation.EvaluationProtocol;
import watchnext.evaluation.EvaluationRequest;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.feature.Replay;
import watchnext.retrieval.RetrievalRequest;
import watchnext.retrieval.RetrievalStage;
import watchnext.task.Candidates;

/**
 * Training requests for data that never says what was shown: the retrievers' own candidates at an
 * instant, labelled by what the user then went on to watch well. The ranker so learns to tell apart
 * exactly what it will be given.
 *
 * <p>The retrievers were fitted before the first of these instants; labels end before {@code
 * until}. Of the candidates nobody watched, a sample is kept. <i>Confined: one thread.</i>
 */
final class CandidateRequests {

  private static final int MOST_UNWATCHED = 150;

  private final Recording recording;
  private final RetrievalStage retrieval;

  CandidateRequests(Recording recording, RetrievalStage retrieval) {
    this.recording = recording;
    this.retrieval = retrieval;
  }

  /** At most {@code most} requests in {@code [from, until)} of which a candidate was watched. */
  List<LabelledRequest> between(long from, long until, int most, RandomGenerator random) {
    EvaluationProtocol protocol = EvaluationProtocol.DEFAULT.withAtMost(most, random.nextLong());
    Replay replay = new Replay(recording.events(), new FeatureState(recording.catalog()));
    List<LabelledRequest> requests = new ArrayList<>();
    for (EvaluationRequest request : protocol.select(recording, from, until).requests()) {
      FeatureState state = replay.advanceTo(request.epochSecond());
      Candidates candidates =
          retrieval.candidates(RetrievalRequest.of(request.user(), request.context(), state));
      LabelledRequest labelled = labelled(request, candidates, random);
      if (labelled.videos().length > 0) {
        requests.add(labelled);
      }
    }
    return requests;
  }

  private static LabelledRequest labelled(
      EvaluationRequest request, Candidates candidates, RandomGenerator random) {
    int[] videos = candidates.videos();
    int watched = 0;
    for (int i = 0; i < videos.length; i++) {
      if (isRelevant(request, videos[i])) {
        swap(videos, i, watched++);
      }
    }
    int kept = watched == 0 ? 0 : Math.min(videos.length, watched + MOST_UNWATCHED);
    for (int i = watched; i < kept; i++) {
      swap(videos, i, i + random.nextInt(videos.length - i));
    }
    videos = Arrays.copyOf(videos, kept);
    float[] good = new float[kept];
    Arrays.fill(good, 0, watched, 1);
    float[] unknown = new float[kept];
    Arrays.fill(unknown, Float.NaN);
    int[] positions = new int[kept];
    Arrays.fill(positions, LabelledRequest.UNKNOWN_POSITION);
    return new LabelledRequest(
        request.user(), request.context(), videos, good, good.clone(), unknown, positions);
  }

  private static boolean isRelevant(EvaluationRequest request, int video) {
    return Arrays.binarySearch(request.relevant(), video) >= 0;
  }

  private static void swap(int[] values, int a, int b) {
    int value = values[a];
    values[a] = values[b];
    values[b] = value;
  }
}
