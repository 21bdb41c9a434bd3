package watchnext.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.catalog.Video;
import watchnext.evaluation.EvaluationRequest;
import watchnext.feature.History;
import watchnext.funnel.Answer;
import watchnext.funnel.Trace;
import watchnext.result.Field;
import watchnext.result.Section;
import watchnext.result.Table;
import watchnext.retrieval.RetrievalStage.SourceStep;
import watchnext.task.Request;
import watchnext.task.Slate;

/**
 * One user for people to look at: what they watched, and the page, with the why. <i>Stateless.</i>
 */
public final class PageTables {

  private static final int LATEST = 6;

  private PageTables() {}

  /**
   * A user and the page.
   *
   * @param suffix what the keys of the tables end with, where there are several users
   * @param history good watches, of which the latest are named
   */
  public static Section section(
      String title, String suffix, History history, Answer answer, Catalog catalog) {
    List<Slate.Item> items = answer.slate().items();
    return new Section(
        title,
        latest(history, catalog),
        List.of(
            page("page" + suffix, items, catalog),
            origins("origins" + suffix, items),
            sources("asked" + suffix, answer.trace()),
            stages("steps" + suffix, answer.trace())),
        List.of());
  }

  private static String latest(History history, Catalog catalog) {
    List<String> latest = new ArrayList<>();
    for (int i = history.size() - 1; i >= Math.max(0, history.size() - LATEST); i--) {
      Video video = catalog.video(history.video(i));
      latest.add(name(video) + (video.tags().isEmpty() ? "" : " (" + tags(video) + ")"));
    }
    return latest.isEmpty()
        ? "No good watch yet."
        : "Watched, latest first: " + String.join(" · ", latest) + ".";
  }

  /** The title, or the identifier where there is none. */
  public static String name(Video video) {
    return video.title().isEmpty() ? video.id() : video.title();
  }

  /** "cooking, barbecue". */
  public static String tags(Video video) {
    return String.join(", ", video.tags());
  }

  private static Table page(String key, List<Slate.Item> items, Catalog catalog) {
    return Table.of(
        key,
        "",
        "",
        items,
        Field.number("#", 0, item -> item.position() + 1),
        Field.text("video", item -> name(video(item, catalog))),
        Field.text("tags", item -> tags(video(item, catalog))),
        Field.text("why", Slate.Item::reason),
        Field.number("score", 3, Slate.Item::rankScore));
  }

  private static Video video(Slate.Item item, Catalog catalog) {
    return catalog.video(catalog.videoVocabulary().ordinal(item.videoId()));
  }

  private static Table origins(String key, List<Slate.Item> items) {
    return Table.of(
        key,
        "Where they come from",
        "Rank: place among the candidates. Chance: probability of becoming a candidate.",
        items,
        Field.number("#", 0, item -> item.position() + 1),
        Field.text("id", Slate.Item::videoId),
        Field.text("sources", item -> String.join(" + ", item.sources())),
        Field.number("rank", 0, Slate.Item::retrievalRank),
        Field.number("chance", 4, Slate.Item::candidatePropensity));
  }

  private static Table sources(String key, Trace trace) {
    return Table.of(
        key,
        "What each source brought",
        "",
        trace.sources(),
        Field.text("source", SourceStep::name),
        Field.number("found", 0, SourceStep::found),
        Field.number("chance", 4, SourceStep::candidatePropensity),
        Field.<SourceStep>number("time", 3, step -> step.micros() / 1e3).in("ms"));
  }

  private static Table stages(String key, Trace trace) {
    return Table.of(
        key,
        "What each stage kept",
        "",
        trace.stages(),
        Field.text("stage", Trace.Stage::name),
        Field.number("kept", 0, Trace.Stage::kept),
        Field.text("removed", stage -> counts(stage.removed())),
        Field.<Trace.Stage>number("time", 3, stage -> stage.micros() / 1e3).in("ms"));
  }

  private static String counts(Map<String, Integer> removed) {
    return removed.entrySet().stream()
        .map(reason -> reason.getKey() + " " + reason.getValue())
        .collect(Collectors.joining(", "));
  }

  /** A user with a long history, one of middling history, and one who came after the cut. */
  static List<Section> three(CaseStudy study, Catalog catalog) {
    List<EvaluationRequest> requests = study.requests().requests();
    long now = requests.get(requests.size() - 1).epochSecond();
    List<Section> pages = new ArrayList<>();
    for (int user : threeUsers(study)) {
      String id = catalog.user(user).id();
      History history = study.state().history(user);
      Answer answer = study.funnel().recommend(new Request(id, Context.at(now), CaseStudy.PAGE));
      String title = "user " + id + ", " + history.size() + " good watches remembered";
      pages.add(section(title, " " + id, history, answer, catalog));
    }
    return pages;
  }

  private static List<Integer> threeUsers(CaseStudy study) {
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
    return chosen;
  }

  private static List<Integer> middle(SortedMap<Integer, Integer> bySize) {
    return bySize.values().stream().skip(bySize.size() / 2).limit(1).toList();
  }
}
