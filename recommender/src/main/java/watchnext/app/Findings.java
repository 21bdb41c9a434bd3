package watchnext.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchnext.assembly.Models;
import watchnext.assembly.Provenance;
import watchnext.evaluation.EvaluationReport;
import watchnext.evaluation.SourceReport;
import watchnext.event.Recording;
import watchnext.study.CaseStudy;
import watchnext.study.NewUserStudy;
import watchnext.study.SignUpChoices;
import watchnext.synthetic.World;
import watchnext.synthetic.WorldConfig;

/**
 * All that is found out of a snapshot on the test period: every stage, every source, and the first
 * pages of new users. <i>Immutable but for the study, which is finished.</i>
 *
 * @param study what was run
 * @param report the rows of the case study
 * @param sources what each source brought
 * @param newUsers rows of first pages; empty when nobody new came
 */
record Findings(
    CaseStudy study,
    EvaluationReport report,
    SourceReport sources,
    Optional<EvaluationReport> newUsers) {

  /** Runs both studies. */
  static Findings of(Recording recording, Models models, Terminal terminal) {
    CaseStudy study = new CaseStudy(recording, models);
    EvaluationReport report = study.evaluate(terminal);
    terminal.accept("evaluating the first pages of new users");
    Provenance provenance = models.provenance();
    NewUserStudy newUsers = new NewUserStudy(recording, models, signUps(provenance, recording));
    return new Findings(
        study,
        report,
        study.sources(report),
        newUsers.isEmpty() ? Optional.empty() : Optional.of(newUsers.evaluate()));
  }

  /** What the people of a simulated world answer, or what stands for it where none were asked. */
  private static SignUpChoices signUps(Provenance provenance, Recording recording) {
    String source = provenance.dataSource();
    if (!source.startsWith(DataOptions.WORLD)) {
      return SignUpChoices.first(recording.events());
    }
    String preset = source.substring(DataOptions.WORLD.length());
    World world = World.of(WorldConfig.preset(preset), provenance.seed());
    return SignUpChoices.asked(world.onboarding());
  }

  void print(Terminal terminal) {
    EvaluationPrint.print(report, terminal);
    SourcePrint.print(sources, terminal);
    newUsers.ifPresent(rows -> EvaluationPrint.printNewUsers(rows, terminal));
  }

  /** The rows of the case study, then the sources, then the new users. */
  List<ResultFile.Row> forFile() {
    List<ResultFile.Row> rows = new ArrayList<>(ResultTable.forFile(report));
    rows.addAll(SourcePrint.forFile(sources));
    newUsers.ifPresent(found -> rows.addAll(ResultTable.forFile(found)));
    return rows;
  }
}
