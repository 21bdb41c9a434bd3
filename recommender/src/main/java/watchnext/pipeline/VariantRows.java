package watchnext.pipeline;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import watchnext.dataset.FutureWatches;
import watchnext.dataset.LabelledRequest;
import watchnext.evaluation.EvaluationProtocol;
import watchnext.evaluation.EvaluationRequest;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.math.Matrix;
import watchnext.model.ranker.RankerRows;
import watchnext.model.ranker.RankerRowsBuilder;
import watchnext.ranking.RowEncoder;
import watchnext.retrieval.RetrievalStage;
import watchnext.task.Asked;

/**
 * The rows that {@link RankerStudy} compares with those of {@link TrainingRows}: logged pages,
 * pages with candidates beside them, and negatives from the whole catalogue. <i>Confined: one
 * thread.</i>
 */
final class VariantRows {

  private static final long HORIZON_SECONDS = EvaluationProtocol.DEFAULT.horizonDays() * 86_400L;

  private final RetrievalStage retrieval;
  private final RowEncoder encoder;
  private final FutureLabels labels;
  private final FutureWatches future;
  private final int negatives;
  private final RandomGenerator random;
  private final RankerRowsBuilder rows;

  /** Rows of no request yet, labelled by the events of {@code recording} before {@code until}. */
  VariantRows(
      RetrievalStage retrieval,
      RowEncoder encoder,
      Recording recording,
      long until,
      int negatives,
      RandomGenerator random) {
    this.retrieval = retrieval;
    this.encoder = encoder;
    this.labels = new FutureLabels(recording, until);
    this.future = FutureWatches.of(recording.events().before(recording.events().indexAt(until)));
    this.negatives = negatives;
    this.random = random;
    this.rows = new RankerRowsBuilder(encoder.featureNames());
  }

  /** Candidates watched well, and eligible videos of the catalogue that are not. */
  void addAgainstCatalogue(EvaluationRequest request, FeatureState state) {
    FutureLabels.OfRequest of = labels.of(request);
    Asked asked = Asked.of(request.user(), request.context(), state);
    int[] good = IntStream.of(retrieval.candidates(asked).videos()).filter(of::isGood).toArray();
    if (good.length == 0) {
      return;
    }
    int[] others = IntStream.of(asked.eligible()).filter(video -> !of.isGood(video)).toArray();
    int[] videos = joined(good, drawn(others, negatives));
    Matrix features = encoder.encode(asked, videos, videos.length);
    for (int i = 0; i < videos.length; i++) {
      of.addTo(rows, features.row(i), videos[i]);
    }
    rows.endGroup(request.relevant().length);
  }

  /** The page with its own labels. */
  void addPage(LabelledRequest page, FeatureState state) {
    add(page, new int[0], 0, Asked.of(page.user(), page.context(), state));
  }

  /**
   * The page with its own labels, and candidates that were not on it. Those watched well later were
   * clicked too; whether they would have been liked is unknown.
   */
  void addPageAndCandidates(LabelledRequest page, FeatureState state) {
    Asked asked = Asked.of(page.user(), page.context(), state);
    int[] onPage = page.videos().clone();
    Arrays.sort(onPage);
    int[] watched = future.after(page.user(), page.context().epochSecond() - 1, HORIZON_SECONDS);
    int[] beside =
        IntStream.of(retrieval.candidates(asked).videos())
            .filter(video -> Arrays.binarySearch(onPage, video) < 0)
            .toArray();
    int[] good =
        IntStream.of(beside).filter(video -> Arrays.binarySearch(watched, video) >= 0).toArray();
    int[] others =
        IntStream.of(beside).filter(video -> Arrays.binarySearch(watched, video) < 0).toArray();
    add(page, joined(good, drawn(others, negatives)), good.length, asked);
  }

  private void add(LabelledRequest page, int[] beside, int good, Asked asked) {
    int shown = page.size();
    int[] videos = joined(page.videos(), beside);
    Matrix features = encoder.encode(asked, videos, videos.length);
    for (int i = 0; i < shown; i++) {
      rows.add(features.row(i), page.clicked()[i], page.watchedLong()[i], page.liked()[i]);
    }
    for (int i = shown; i < videos.length; i++) {
      boolean isGood = i < shown + good;
      rows.add(features.row(i), isGood ? 1 : 0, isGood ? 1 : 0, isGood ? Float.NaN : 0);
    }
    rows.endGroup();
  }

  /** The rows so far. */
  RankerRows build() {
    return rows.build();
  }

  /** At most {@code count} of {@code videos}, each subset equally likely. */
  private int[] drawn(int[] videos, int count) {
    int kept = Math.min(videos.length, count);
    for (int i = 0; i < kept; i++) {
      int other = i + random.nextInt(videos.length - i);
      int video = videos[i];
      videos[i] = videos[other];
      videos[other] = video;
    }
    return Arrays.copyOf(videos, kept);
  }

  private static int[] joined(int[] first, int[] second) {
    int[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
