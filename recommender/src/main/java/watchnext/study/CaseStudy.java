package watchnext.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import watchnext.assembly.Assembly;
import watchnext.assembly.Models;
import watchnext.assembly.RankerKind;
import watchnext.catalog.Catalog;
import watchnext.evaluation.Contender;
import watchnext.evaluation.EvaluationReport;
import watchnext.evaluation.EvaluationSet;
import watchnext.evaluation.EvaluationSettings;
import watchnext.evaluation.Evaluator;
import watchnext.evaluation.RandomRecommender;
import watchnext.evaluation.Recommender;
import watchnext.evaluation.SourceReport;
import watchnext.evaluation.SourceTally;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.feature.Replay;
import watchnext.funnel.Answer;
import watchnext.funnel.Funnel;
import watchnext.index.ExactIndex;
import watchnext.index.VectorIndex;
import watchnext.math.Rows;
import watchnext.ranking.RankingStage;
import watchnext.retrieval.AlsSource;
import watchnext.retrieval.ColdSource;
import watchnext.retrieval.PopularSource;
import watchnext.retrieval.RetrievalStage;
import watchnext.retrieval.Retriever;
import watchnext.retrieval.TwoTowerSource;
import watchnext.retrieval.UnmetVideos;
import watchnext.retrieval.UserVectors;
import watchnext.task.Asked;
import watchnext.task.Candidates;
import watchnext.task.RankedList;
import watchnext.task.Request;

/**
 * The rows of the case study on the test period: four baselines, the embedding model with and
 * without the graph and on the videos alone that training never met, the union of the sources, the
 * rankers that validation offers, and the page. One replay, all rows side by side. <i>Confined: one
 * thread.</i>
 */
public final class CaseStudy {

  /** Videos on a page. */
  public static final int PAGE = 10;

  private static final int RETRIEVED = 500;

  private final Recording recording;
  private final Models models;
  private final Replay replay;
  private final Funnel funnel;
  private final EvaluationSet requests;
  private final SourceTally sources;
  private int unions;
  private final TraceSummary traces = new TraceSummary();
  private final Map<String, Exposure> exposures = new LinkedHashMap<>();

  /** A study of the requests that the models' settings ask of the test period. */
  public CaseStudy(Recording recording, Models models) {
    this.recording = recording;
    this.models = models;
    this.replay = new Replay(recording.events(), new FeatureState(recording.catalog()));
    this.funnel = new Funnel(Assembly.stages(models), replay.state());
    this.sources =
        new SourceTally(
            Assembly.retrieval(models).sources().stream()
                .map(source -> source.retriever().name())
                .toList());
    this.requests =
        models.config().evaluation().select(recording, models.provenance().trainedBefore());
  }

  /** Asks all rows everything. */
  public EvaluationReport evaluate(Consumer<String> progress) {
    progress.accept("evaluating " + requests.size() + " requests");
    List<Contender> contenders = contenders();
    EvaluationSettings settings = EvaluationSettings.defaults(models.provenance().seed());
    int[] asked = {0};
    int step = Math.max(1, requests.size() / 5);
    return new Evaluator(requests, settings)
        .evaluate(
            contenders,
            time -> {
              if (++asked[0] % step == 0) {
                progress.accept("evaluated " + asked[0] + " of " + requests.size() + " requests");
              }
              return replay.advanceTo(time);
            });
  }

  private List<Contender> contenders() {
    Catalog catalog = recording.catalog();
    UserVectors users = new UserVectors(models.twoTower(), models.attributes());
    VectorIndex exact = new ExactIndex(models.videoVectors());
    List<Contender> rows = new ArrayList<>();
    rows.add(row("random", new RandomRecommender(models.provenance().seed()), RETRIEVED));
    rows.add(retriever("popularity", new PopularSource(models.popularity())));
    rows.add(retriever("neighbours", Assembly.neighbourSource(models)));
    rows.add(retriever("als", new AlsSource(models.als())));
    rows.add(retriever("two-tower-exact", new TwoTowerSource(users, exact)));
    rows.add(retriever("two-tower-hnsw", new TwoTowerSource(users, models.index())));
    int everything = catalog.videos().size();
    UnmetVideos unmet = UnmetVideos.of(everything, models.twoTower()::hasMet);
    Rows vectors = Rows.of(models.videoVectors());
    rows.add(retriever("two-tower-cold", new ColdSource(users, models.index(), vectors, unmet)));
    RetrievalStage retrieval = Assembly.retrieval(models);
    rows.add(row("union", (asked, k) -> inOrder(gathered(retrieval, asked)), everything));
    for (RankerKind kind : models.order().offered()) {
      rows.add(row(kind.label(), ranked(retrieval, kind), everything));
    }
    rows.add(row("page", this::page, PAGE));
    return rows;
  }

  private Contender row(String name, Recommender recommender, int depth) {
    Exposure counted = new Exposure(recommender, recording.catalog().videos().size(), PAGE);
    exposures.put(name, counted);
    return new Contender(name, counted, Math.min(depth, recording.catalog().videos().size()));
  }

  private Contender retriever(String name, Retriever retriever) {
    return row(name, (asked, k) -> retriever.retrieve(asked, k).list(), RETRIEVED);
  }

  private Recommender ranked(RetrievalStage retrieval, RankerKind kind) {
    RankingStage ranking = Assembly.ranking(models, kind);
    return (asked, k) -> ranking.rank(asked, retrieval.candidates(asked)).list();
  }

  private RankedList page(Asked asked, int k) {
    String userId = recording.catalog().userVocabulary().id(asked.user());
    Answer answer = funnel.recommend(new Request(userId, asked.context(), k));
    traces.add(answer.trace());
    return inOrder(answer.page().videos());
  }

  /** The union, noted down with the answer key once it is there. */
  private Candidates gathered(RetrievalStage retrieval, Asked asked) {
    RetrievalStage.Gathered gathered = retrieval.gather(asked);
    sources.add(gathered, requests.requests().get(unions++).relevant());
    return gathered.candidates();
  }

  private static RankedList inOrder(Candidates candidates) {
    return inOrder(candidates.videos());
  }

  /** Videos whose order is final: each place scores one less than the one above. */
  static RankedList inOrder(int[] videos) {
    float[] scores = new float[videos.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = -i;
    }
    return new RankedList(videos, scores);
  }

  /** The requests that were asked. */
  public EvaluationSet requests() {
    return requests;
  }

  /** What each source brought, after {@link #evaluate}. */
  public SourceReport sources(EvaluationReport report) {
    return sources.report(report.bootstrap());
  }

  /** What happened in the funnel, stage by stage. */
  public TraceSummary traces() {
    return traces;
  }

  /** How often each row showed each video. */
  public Map<String, Exposure> exposures() {
    return exposures;
  }

  /** The state after the last request; the funnel reads it. */
  public FeatureState state() {
    return replay.state();
  }

  /** What makes the page. */
  public Funnel funnel() {
    return funnel;
  }
}
