package watchnext.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import watchnext.assembly.RebuildConfig;
import watchnext.event.Recording;
import watchnext.model.ranker.XgboostLibrary;
import watchnext.pipeline.Rebuilt;
import watchnext.result.Result;
import watchnext.result.Section;
import watchnext.study.Findings;
import watchnext.study.GateTable;
import watchnext.study.ImpressionStudy;
import watchnext.study.SignUpChoices;
import watchnext.study.TrainingTables;

/** {@code watchnext demo}: the case study end to end. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "The case study end to end: data, two towers, HNSW, rankers, page.",
      "Prints a table of all stages on the test period, the pages of three users, and writes a"
          + " report with plots.",
      "Exit code 0 also where the gate is closed: the table is the answer, and the failed checks are"
          + " named beside it."
    })
final class DemoCommand implements Callable<Integer> {

  @Mixin private DataOptions data = new DataOptions();

  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Mixin private OutputOptions output = new OutputOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "report",
      description = "Folder of the report (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("report");

  @Override
  public Integer call() throws Exception {
    Terminal terminal = new Terminal();
    String source = data.source();
    RebuildConfig config = settings.of(data.seed());
    ReportFolder report = new ReportFolder(out);
    report.require();
    XgboostLibrary.check();
    Recording recording = data.load(terminal);
    if (!recording.licence().isEmpty()) {
      terminal.accept("licence of the data: " + recording.licence());
    }
    Rebuilt rebuilt = Training.run(recording, config, source, terminal);
    SignUpChoices answers = DataOptions.signUps(rebuilt.models().provenance(), recording);
    Findings findings = Findings.of(recording, rebuilt.models(), answers, terminal);
    Result result =
        new Result(
            "WatchNext: " + recording.name(),
            Machine.run(
                "demo " + data.asOptions() + settings.asOptions(),
                data.seed(),
                findings.protocol()),
            notes(recording, rebuilt),
            sections(recording, rebuilt, findings, terminal));
    output.write(result, terminal);
    report.write(result, terminal);
    return 0;
  }

  private static List<String> notes(Recording recording, Rebuilt rebuilt) {
    List<String> notes = new ArrayList<>(GateTable.notes(rebuilt.gate()));
    notes.add(
        String.format(
            Locale.ROOT,
            "%,d users, %,d videos, %,d events; snapshot %s.",
            recording.catalog().users().size(),
            recording.catalog().videos().size(),
            recording.events().size(),
            rebuilt.models().provenance().version()));
    return notes;
  }

  private static List<Section> sections(
      Recording recording, Rebuilt rebuilt, Findings findings, Terminal terminal) {
    List<Section> sections = new ArrayList<>(findings.sections());
    sections.add(TrainingTables.section(rebuilt));
    sections.add(GateTable.of(rebuilt.gate()));
    sections.addAll(impressions(recording, rebuilt, terminal));
    terminal.accept("measuring recall against latency");
    sections.addAll(findings.closerLook(recording, rebuilt));
    return sections;
  }

  /** Both rankers on what was shown in the test period; nothing where the data does not say. */
  private static List<Section> impressions(
      Recording recording, Rebuilt rebuilt, Terminal terminal) {
    if (!recording.events().hasImpressions()) {
      return List.of();
    }
    terminal.accept("judging the rankers on the impressions of the test period");
    ImpressionStudy impressions = new ImpressionStudy(recording, rebuilt.models());
    return impressions.isEmpty() ? List.of() : List.of(impressions.section());
  }
}
