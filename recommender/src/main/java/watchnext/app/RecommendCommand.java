package watchnext.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import watchnext.assembly.Models;
import watchnext.catalog.Context;
import watchnext.catalog.Video;
import watchnext.catalog.Vocabulary;
import watchnext.event.EventLog;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.feature.History;
import watchnext.feature.Replay;
import watchnext.funnel.Answer;
import watchnext.result.Result;
import watchnext.result.Section;
import watchnext.serving.LiveServing;
import watchnext.serving.LiveView;
import watchnext.snapshot.GateCheck;
import watchnext.study.GateTable;
import watchnext.study.PageTables;
import watchnext.task.Request;

/** {@code watchnext recommend}: one page for one user. */
@Command(
    name = "recommend",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Recommends a page for a user, after replaying the data up to the time of the request.",
      "A user nobody has heard of gets what is popular.",
      "With --uploads, videos that came after the snapshot was built take part at once."
    })
final class RecommendCommand implements Callable<Integer> {

  /** A page, not an export: sources bring fewer than a thousand candidates. */
  private static final int LONGEST_PAGE = 1_000;

  @Spec private @Nullable CommandSpec command;

  @Mixin private SnapshotOptions snapshot = new SnapshotOptions();

  @Mixin private UploadOptions uploads = new UploadOptions();

  @Mixin private OutputOptions output = new OutputOptions();

  @Option(
      names = "--user",
      required = true,
      paramLabel = "ID",
      description = "Identifier of the user, as the data has it.")
  private String user = "";

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = AnInstant.class,
      description = {
        "Time of the request: seconds since 1970, or 2024-05-01T12:00:00Z"
            + " (default: the end of the models' data)."
      })
  private @Nullable Long at;

  @Option(
      names = "--size",
      paramLabel = "N",
      defaultValue = "10",
      converter = AtLeastOne.class,
      description = "Videos on the page, at most 1000 (default: ${DEFAULT-VALUE}).")
  private int size = 10;

  @Override
  public Integer call() throws Exception {
    requirePageSize();
    Terminal terminal = new Terminal();
    List<GateCheck> gate = snapshot.manifest().gate();
    Models models = snapshot.models();
    Recording recording = snapshot.recording(models, terminal);
    long now = at == null ? models.provenance().trainedBefore() : at;
    EventLog log = recording.events();
    FeatureState state = new Replay(log, new FeatureState(log.catalog())).advanceTo(now);
    List<Video> videos = uploads.videos(log.catalog(), snapshot.badRows(), terminal);
    LiveServing serving = new LiveServing(models, state, Math.max(LiveServing.ROOM, videos.size()));
    List<String> notes = Uploads.add(serving, videos);
    LiveView view = serving.view();
    Request request = new Request(user, Context.at(now), size);
    Answer answer = view.funnel().recommend(request);
    List<Section> sections = new ArrayList<>(GateTable.ifClosed(gate));
    sections.add(PageTables.section("", "", history(state), answer, view.catalog()));
    sections.addAll(Uploads.of(view, request, answer.slate()).sections());
    boolean isKnown = recording.catalog().userVocabulary().find(user) != Vocabulary.UNKNOWN;
    output.write(
        new Result(
            "user " + user + (isKnown ? "" : ", never heard of"),
            Machine.run("recommend --user " + user, models.provenance().seed(), ""),
            notes,
            sections),
        terminal);
    return 0;
  }

  private History history(FeatureState state) {
    int ordinal = state.catalog().userVocabulary().find(user);
    return ordinal == Vocabulary.UNKNOWN ? History.EMPTY : state.history(ordinal);
  }

  private void requirePageSize() {
    if (size > LONGEST_PAGE && command != null) {
      throw new ParameterException(
          command.commandLine(), "--size must be at most " + LONGEST_PAGE + ", was " + size);
    }
  }
}
