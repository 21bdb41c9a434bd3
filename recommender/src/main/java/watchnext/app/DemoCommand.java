package watchnext.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import watchnext.assembly.RebuildConfig;
import watchnext.event.Recording;
import watchnext.model.ranker.XgboostLibrary;
import watchnext.pipeline.Rebuilt;
import watchnext.study.CaseStudy;
import watchnext.study.Comparisons;
import watchnext.study.ImpressionStudy;

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
          + " named below it."
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
    ReportPage.require(out);
    XgboostLibrary.check();
    Recording recording = data.load(terminal);
    if (!recording.licence().isEmpty()) {
      terminal.accept("licence of the data: " + recording.licence());
    }
    Rebuilt rebuilt = Training.run(recording, config, source, terminal);
    Findings findings = Findings.of(recording, rebuilt.models(), terminal);
    findings.print(terminal);
    ChoiceTable.print(rebuilt, terminal);
    GatePrint.print(rebuilt.failed(), terminal);
    CaseStudy study = findings.study();
    List<List<String>> impressions = impressions(recording, rebuilt, terminal);
    List<ShownPage> pages = ShownPage.three(study, recording);
    pages.forEach(page -> page.print(terminal));
    output.write(
        "demo " + data.asOptions() + settings.asOptions(),
        data.seed(),
        findings.report().protocol(),
        rebuilt.gate(),
        findings.forFile(),
        Comparisons.of(findings.report()),
        terminal);
    Path page =
        ReportPage.write(
            out,
            new DemoReport(recording, rebuilt, findings, impressions, pages, terminal).report());
    terminal.accept("report: " + page.toAbsolutePath());
    return 0;
  }

  /** Both rankers on what was shown in the test period; nothing where the data does not say. */
  private static List<List<String>> impressions(
      Recording recording, Rebuilt rebuilt, Terminal terminal) {
    if (!recording.events().hasImpressions()) {
      return List.of();
    }
    terminal.accept("judging the rankers on the impressions of the test period");
    ImpressionStudy impressions = new ImpressionStudy(recording, rebuilt.models());
    if (impressions.isEmpty()) {
      return List.of();
    }
    List<List<String>> lines = impressions.lines();
    terminal.print("");
    terminal.print(ImpressionStudy.TITLE);
    terminal.table(ImpressionStudy.HEADER, lines);
    return lines;
  }
}
