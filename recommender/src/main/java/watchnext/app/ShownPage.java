package watchnext.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.catalog.Video;
import watchnext.evaluation.EvaluationRequest;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.feature.History;
import watchnext.funnel.Answer;
import watchnext.funnel.Trace;
import watchnext.retrieval.RetrievalStage;
import watchnext.study.CaseStudy;
import watchnext.task.Request;
import watchnext.task.Slate;

/**
 * One user for people to look at: what they watched and what they get, with the why.
 * <i>Immutable.</i>
 *
 * @param title who it is
 * @param history latest good watches, newest first
 * @param rows the page, one line a video
 * @param stages what each source brought and each stage kept, and how long it took
 */
record ShownPage(String title, List<String> history, List<List<String>> rows, List<String> stages) {

  static final List<String> HEADER =
      List.of("#", "video", "tags", "sources", "retrieval rank", "rank score", "why");

  private static final int LATEST = 6;
  private static final int TITLE_LENGTH = 44;

  /** A user with a long history, one of middling history, and one who came after the cut. */
  static List<ShownPage> three(CaseStudy study, Recording recording) {
    TreeMap<Integer, Integer> bySize = new TreeMap<>();
    TreeMap<Integer, Integer> newBySize = new TreeMap<>();
    for (EvaluationRequest request : study.requests().requests()) {
      int size = study.state().history(request.user()).size();
      (request.newUser() ? newBySize : bySize).putIfAbsent(size, request.user());
    }
    List<Integer> chosen = new ArrayList<>();
    if (!bySize.isEmpty()) {
      chosen.add(bySize.lastEntry().getValue());
    }
    middle(bySize).stream().filter(user -> !chosen.contains(user)).forEach(chosen::add);
    middle(newBySize).forEach(chosen::add);
    for (EvaluationRequest request : study.requests().requests()) {
      if (chosen.size() < 3 && !chosen.contains(request.user())) {
        chosen.add(request.user());
      }
    }
    long now = study.requests().requests().get(study.requests().size() - 1).epochSecond();
    return chosen.stream().map(user -> of(study, recording, user, now)).toList();
  }

  private static List<Integer> middle(TreeMap<Integer, Integer> bySize) {
    return bySize.values().stream().skip(bySize.size() / 2).limit(1).toList();
  }

  private static ShownPage of(CaseStudy study, Recording recording, int user, long now) {
    Catalog catalog = recording.catalog();
    FeatureState state = study.state();
    String userId = catalog.user(user).id();
    Answer answer = study.funnel().recommend(new Request(userId, Context.at(now), CaseStudy.PAGE));
    return of(
        "user " + userId + ", " + state.history(user).size() + " good watches remembered",
        state.history(user),
        answer,
        catalog);
  }

  /** The page of {@code answer}. */
  static ShownPage of(String title, History history, Answer answer, Catalog catalog) {
    List<String> latest = new ArrayList<>();
    for (int i = history.size() - 1; i >= Math.max(0, history.size() - LATEST); i--) {
      latest.add(describe(catalog.video(history.video(i))));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Slate.Item item : answer.slate().items()) {
      Video video = catalog.video(catalog.videoVocabulary().ordinal(item.videoId()));
      rows.add(
          List.of(
              Integer.toString(item.position() + 1),
              shorten(name(video)),
              String.join(", ", video.tags()),
              String.join(" + ", item.sources()),
              Integer.toString(item.retrievalRank()),
              String.format(Locale.ROOT, "%.3f", item.rankScore()),
              item.reason()));
    }
    return new ShownPage(title, latest, rows, steps(answer.trace()));
  }

  /** What each source brought, then what each stage kept. */
  private static List<String> steps(Trace trace) {
    List<String> lines = new ArrayList<>();
    for (RetrievalStage.SourceStep step : trace.sources()) {
      String chance =
          step.candidatePropensity() < 1
              ? String.format(
                  Locale.ROOT, " drawn with probability %.4f", step.candidatePropensity())
              : "";
      lines.add(
          String.format(
              Locale.ROOT,
              "source %s: found %d%s, %.0f micros",
              step.name(),
              step.found(),
              chance,
              step.micros()));
    }
    for (Trace.Stage stage : trace.stages()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s: kept %d, %s, %.0f micros",
              stage.name(),
              stage.kept(),
              stage.removed(),
              stage.micros()));
    }
    return lines;
  }

  void print(Terminal terminal) {
    terminal.print("");
    terminal.print(title);
    history.forEach(watched -> terminal.print("  watched  " + watched));
    terminal.table(HEADER, rows);
    stages.forEach(stage -> terminal.print("  " + stage));
  }

  private static String describe(Video video) {
    return name(video)
        + (video.tags().isEmpty() ? "" : "  (" + String.join(", ", video.tags()) + ")");
  }

  private static String name(Video video) {
    return video.title().isEmpty() ? video.id() : video.title();
  }

  private static String shorten(String text) {
    return text.length() <= TITLE_LENGTH ? text : text.substring(0, TITLE_LENGTH - 1) + "…";
  }
}
