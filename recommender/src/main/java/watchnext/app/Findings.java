package watchnext.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchnext.assembly.Models;
import watchnext.assembly.Provenance;
import watchnext.evaluation.EvaluationReport;
import watchnext.evaluation.SourceReport;
import watchnext.event.Recording;

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

  /** Runs both studies, of at most {@code requests} requests each. */
  static Findings of(Recording recording, Models models, int requests, Terminal terminal) {
    CaseStudy study = new CaseStudy(recording, models, requests);
    EvaluationReport report = study.evaluate(terminal);
    terminal.accept("evaluating the first pages of new users");
    Provenance provenance = models.provenance();
    NewUserStudy newUsers =
        new NewUserStudy(
            recording,
            models,
            SignUpChoices.of(provenance.dataSource(), provenance.seed(), recording),
            requests);
    return new Findings(
        study,
        report,
        study.sources(report),
        newUsers.isEmpty() ? Optional.empty() : Optional.of(newUsers.evaluate()));
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
