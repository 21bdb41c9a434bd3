package watchnext.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import watchnext.assembly.Assembly;
import watchnext.assembly.Models;
import watchnext.catalog.Context;
import watchnext.evaluation.Contender;
import watchnext.evaluation.EvaluationProtocol;
import watchnext.evaluation.EvaluationReport;
import watchnext.evaluation.EvaluationRequest;
import watchnext.evaluation.EvaluationSet;
import watchnext.evaluation.EvaluationSettings;
import watchnext.evaluation.Evaluator;
import watchnext.evaluation.Recommender;
import watchnext.evaluation.SignUps;
import watchnext.evaluation.VideoFacts;
import watchnext.event.EventKind;
import watchnext.event.EventLog;
import watchnext.event.EventLogBuilder;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.feature.Replay;
import watchnext.funnel.Funnel;
import watchnext.retrieval.OnboardingShelf;
import watchnext.retrieval.PopularSource;
import watchnext.retrieval.Retriever;
import watchnext.retrieval.TwoTowerSource;
import watchnext.retrieval.UserVectors;
import watchnext.task.Asked;
import watchnext.task.RankedList;
import watchnext.task.Request;

/**
 * The first page of users who came after the cut: by what is popular, by the circumstances alone
 * (country, language, device, age, hour), and with up to {@value #CHOICES} favourites that they
 * chose at sign-up. The favourites count for nobody: no row may list them, and they are no right
 * answer.
 *
 * <p>Favourites are told in two ways: as likes, which everything that watches events knows of
 * (histories, tastes, the rankers' features); or as a history for the models alone. The likes go
 * into a state of their own, so that no other row knows them. <i>Confined: one thread.</i>
 */
public final class NewUserStudy {

  /** Name of the row of what is popular. */
  public static final String POPULARITY = "popularity";

  /** Name of the row of the page that knows no favourites. */
  public static final String PAGE = "page";

  /** Name of the row of the page after the favourites as likes. */
  public static final String PAGE_AND_CHOICES = "page + choices";

  private static final String PAGE_AND_HISTORY = "page + choices as history";
  private static final int CHOICES = 5;
  private static final int RETRIEVED = 500;

  private final Recording recording;
  private final Models models;
  private final Replay replay;
  private final Funnel funnel;
  private final Replay told;
  private final Funnel toldFunnel;
  private final Map<Integer, int[]> choices = new HashMap<>();
  private final List<EvaluationRequest> requests;
  private final String how;

  /**
   * A study of as many arrivals as the models' settings ask requests, who answer as {@code answers}
   * says.
   */
  public NewUserStudy(Recording recording, Models models, SignUpChoices answers) {
    this.recording = recording;
    this.models = models;
    this.replay = new Replay(recording.events(), new FeatureState(recording.catalog()));
    this.funnel = new Funnel(Assembly.stages(models), replay.state());
    this.told = new Replay(recording.events(), new FeatureState(recording.catalog()));
    this.toldFunnel = new Funnel(Assembly.stages(models), told.state());
    this.how = answers.how();
    long cut = models.provenance().trainedBefore();
    EvaluationProtocol protocol = models.config().evaluation();
    List<SignUps.Arrival> arrivals = SignUps.of(recording, cut, protocol.horizonDays());
    this.requests =
        SignUps.requests(recording, arrivals, ask(arrivals, answers), protocol.horizonDays())
            .stream()
            .limit(protocol.maxRequests())
            .toList();
  }

  /** Shows every arrival the shelf of that hour; one more replay, since shelves follow the day. */
  private List<int[]> ask(List<SignUps.Arrival> arrivals, SignUpChoices answers) {
    Replay past = new Replay(recording.events(), new FeatureState(recording.catalog()));
    OnboardingShelf shelf = new OnboardingShelf(models.popularity(), 40, 4);
    List<int[]> all = new ArrayList<>();
    for (SignUps.Arrival arrival : arrivals) {
      long time = arrival.epochSecond();
      int[] shown = shelf.at(past.advanceTo(time), Context.at(time));
      int[] chosen = answers.of(arrival.user(), shown, CHOICES, time);
      choices.put(arrival.user(), chosen);
      all.add(chosen);
    }
    return all;
  }

  /** Whether nobody new came. */
  public boolean isEmpty() {
    return requests.isEmpty();
  }

  /** Asks all rows everything. */
  public EvaluationReport evaluate() {
    EventLog log = recording.events();
    long cut = models.provenance().trainedBefore();
    EvaluationSet set =
        new EvaluationSet(
            text(), requests, VideoFacts.of(log, cut, log.epochSecond(log.size() - 1) + 1));
    EvaluationSettings settings = EvaluationSettings.defaults(models.provenance().seed());
    EventLog likes = likes();
    int[] next = {0};
    return new Evaluator(set, settings)
        .evaluate(
            rows(),
            time -> {
              told.advanceTo(time);
              while (next[0] < likes.size() && likes.epochSecond(next[0]) < time) {
                told.state().observe(likes, next[0]++);
              }
              return replay.advanceTo(time);
            });
  }

  /** The favourites as likes of the second before the first visit. */
  private EventLog likes() {
    EventLogBuilder likes = new EventLogBuilder(recording.catalog());
    for (EvaluationRequest request : requests) {
      for (int video : chosen(request.user())) {
        likes.appendSignal(
            EventKind.LIKE, request.epochSecond() - 1, request.user(), video, likes.request(""));
      }
    }
    return likes.build();
  }

  private String text() {
    double chosen = requests.stream().mapToInt(r -> chosen(r.user()).length).average().orElse(0);
    return String.format(
        java.util.Locale.ROOT,
        "New users: the first page of %d users who came after the cut, before they did anything;"
            + " relevant is what they go on to watch well within 7 days. Choices: %s, %.1f on"
            + " average; no row lists them, and they are not relevant.",
        requests.size(),
        how,
        chosen);
  }

  private List<Contender> rows() {
    Retriever popular = new PopularSource(models.popularity());
    Retriever twoTower =
        new TwoTowerSource(new UserVectors(models.twoTower(), models.attributes()), models.index());
    int videos = recording.catalog().videos().size();
    int deep = Math.min(RETRIEVED, videos);
    int page = Math.min(CaseStudy.PAGE, videos);
    return List.of(
        new Contender(POPULARITY, unaware(retrieving(popular)), deep),
        new Contender("two-tower", unaware(retrieving(twoTower)), deep),
        new Contender("two-tower + choices", choosing(twoTower), deep),
        new Contender(PAGE, unaware(this::page), page),
        new Contender(PAGE_AND_CHOICES, this::pageAfterLikes, page),
        new Contender(PAGE_AND_HISTORY, this::pageWithHistory, page));
  }

  /** A row that does not know the choices: it is asked for as many more, and they are taken out. */
  private Recommender unaware(Recommender recommender) {
    return (asked, k) -> {
      int[] chosen = chosen(asked.user());
      int[] videos =
          Arrays.stream(recommender.recommend(asked, k + chosen.length).videos())
              .filter(video -> Arrays.stream(chosen).noneMatch(c -> c == video))
              .limit(k)
              .toArray();
      return CaseStudy.inOrder(videos);
    };
  }

  private static Recommender retrieving(Retriever retriever) {
    return (asked, k) -> retriever.retrieve(asked, k).list();
  }

  private Recommender choosing(Retriever retriever) {
    return (asked, k) -> retriever.retrieve(Asked.of(choosing(asked, k), asked.state()), k).list();
  }

  private RankedList page(Asked asked, int k) {
    return CaseStudy.inOrder(funnel.recommend(request(asked, k, List.of())).page().videos());
  }

  private RankedList pageAfterLikes(Asked asked, int k) {
    return CaseStudy.inOrder(toldFunnel.recommend(request(asked, k, List.of())).page().videos());
  }

  private RankedList pageWithHistory(Asked asked, int k) {
    return CaseStudy.inOrder(funnel.recommend(choosing(asked, k)).page().videos());
  }

  /** The request with what the user chose at sign-up. */
  private Request choosing(Asked asked, int k) {
    return request(
        asked,
        k,
        Arrays.stream(chosen(asked.user())).mapToObj(v -> asked.catalog().video(v).id()).toList());
  }

  private static Request request(Asked asked, int k, List<String> choices) {
    String userId = asked.catalog().userVocabulary().id(asked.user());
    return new Request(userId, asked.context(), k).choosing(choices);
  }

  private int[] chosen(int user) {
    return choices.getOrDefault(user, new int[0]);
  }
}
