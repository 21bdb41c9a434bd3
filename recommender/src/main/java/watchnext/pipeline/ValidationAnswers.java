package watchnext.pipeline;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import watchnext.assembly.RankerKind;
import watchnext.assembly.Rankers;
import watchnext.assembly.SourceKind;
import watchnext.catalog.Catalog;
import watchnext.evaluation.Contender;
import watchnext.evaluation.EvaluationReport;
import watchnext.evaluation.EvaluationRequest;
import watchnext.evaluation.EvaluationSet;
import watchnext.evaluation.EvaluationSettings;
import watchnext.evaluation.Evaluator;
import watchnext.evaluation.ListMetric;
import watchnext.feature.FeatureState;
import watchnext.math.Matrix;
import watchnext.math.TopK;
import watchnext.model.ranker.RankerRows;
import watchnext.model.ranker.RankerRowsBuilder;
import watchnext.ranking.Ranker;
import watchnext.ranking.RowEncoder;
import watchnext.retrieval.RetrievalStage;
import watchnext.retrieval.Retriever;
import watchnext.task.Asked;
import watchnext.task.Candidates;
import watchnext.task.Objective;
import watchnext.task.RankedList;

/**
 * The validation requests with all that stage 1 found for them, kept so that orders which are
 * trained later can be judged without another replay: by the protocol, on the whole list of
 * candidates, side by side with every single source.
 *
 * <p>Memory: requests × candidates × features floats. <i>Confined: one thread.</i>
 */
public final class ValidationAnswers {

  /** The metric that chooses the order of the page. */
  public static final String NDCG = "ndcg@10";

  /** The second metric of the gate. */
  public static final String RECALL = "recall@10";

  private static final int PAGE = 10;
  private static final int RESAMPLES = 1_000;

  private final Catalog catalog;
  private final EvaluationSet requests;
  private final RetrievalStage retrieval;
  private final RowEncoder encoder;
  private final FutureLabels labels;
  private final Map<SourceKind, Retriever> sources;
  private final RankerRowsBuilder rows;
  private final List<Answer> answers = new ArrayList<>();

  /** What was found for one request: all candidates, and each source's own list, in its order. */
  private record Answer(Candidates candidates, int firstRow, List<RankedList> alone) {}

  ValidationAnswers(
      Catalog catalog,
      EvaluationSet requests,
      RetrievalStage retrieval,
      RowEncoder encoder,
      FutureLabels labels,
      Map<SourceKind, Retriever> sources) {
    this.catalog = catalog;
    this.requests = requests;
    this.retrieval = retrieval;
    this.encoder = encoder;
    this.labels = labels;
    this.sources = sources;
    this.rows = new RankerRowsBuilder(encoder.featureNames());
  }

  /** Takes in the next request of the set with what was known when it came. */
  void add(EvaluationRequest request, FeatureState state) {
    Asked asked = Asked.of(request.user(), request.context(), state);
    Candidates found = retrieval.candidates(asked);
    List<RankedList> alone =
        sources.values().stream().map(source -> source.retrieve(asked, PAGE).list()).toList();
    answers.add(new Answer(found, rows.size(), alone));
    int[] videos = found.videos();
    Matrix features = encoder.encode(asked, videos, videos.length);
    FutureLabels.OfRequest future = labels.of(request.user(), request.epochSecond());
    for (int i = 0; i < videos.length; i++) {
      future.addTo(rows, features.row(i), videos[i]);
    }
    rows.endGroup(request.relevant().length);
  }

  /** The sources that are judged alone. */
  Set<SourceKind> sources() {
    return sources.keySet();
  }

  /** The rows of all candidates, for early stopping. */
  public RankerRows rows() {
    return rows.build();
  }

  /**
   * Every source alone, the union, each trained ranker, and a blend.
   *
   * @param blended the parts of the blend; fewer than two make none
   * @param all what {@link #rows} gave
   */
  public EvaluationReport judge(
      Rankers rankers, List<RankerKind> blended, RankerRows all, Objective objective) {
    List<Contender> contenders = new ArrayList<>();
    int place = 0;
    for (SourceKind kind : sources.keySet()) {
      int source = place++;
      contenders.add(contender(kind.label(), answer -> answer.alone().get(source)));
    }
    contenders.add(contender(RankerKind.UNION.label(), answer -> inOrder(answer.candidates())));
    List<RankerKind> kinds = new ArrayList<>(rankers.kinds());
    if (blended.size() > 1) {
      kinds.add(RankerKind.BLEND);
    }
    for (RankerKind kind : kinds) {
      Ranker ranker = rankers.of(kind, blended, objective);
      contenders.add(contender(kind.label(), answer -> ranked(ranker, all, answer)));
    }
    EvaluationSettings settings =
        new EvaluationSettings(
            List.of(ListMetric.NDCG.at(PAGE), ListMetric.RECALL.at(PAGE)),
            List.of(),
            PAGE,
            RESAMPLES,
            1,
            0);
    FeatureState nothing = new FeatureState(catalog);
    return new Evaluator(requests, settings).evaluate(contenders, time -> nothing);
  }

  /** The evaluator asks all requests in their order: the next question has the next answer. */
  private Contender contender(String name, Function<Answer, RankedList> list) {
    Iterator<Answer> next = answers.iterator();
    return new Contender(name, (asked, k) -> list.apply(next.next()), PAGE);
  }

  private static RankedList ranked(Ranker ranker, RankerRows all, Answer answer) {
    Candidates found = answer.candidates();
    int count = found.size();
    Matrix slice = new Matrix(count, all.width());
    System.arraycopy(
        all.features().data(),
        answer.firstRow() * all.width(),
        slice.data(),
        0,
        count * all.width());
    float[] scores = new float[count];
    ranker.score(slice, count, scores);
    TopK top = new TopK(Math.min(PAGE, count));
    for (int i = 0; i < count; i++) {
      top.offer(found.video(i), scores[i]);
    }
    int[] videos = new int[top.size()];
    float[] best = new float[top.size()];
    top.drain(videos, best);
    return new RankedList(videos, best);
  }

  private static RankedList inOrder(Candidates found) {
    int count = Math.min(PAGE, found.size());
    int[] videos = new int[count];
    float[] scores = new float[count];
    for (int i = 0; i < count; i++) {
      videos[i] = found.video(i);
      scores[i] = -i;
    }
    return new RankedList(videos, scores);
  }
}
