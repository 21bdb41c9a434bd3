package watchnext.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import watchnext.assembly.Models;
import watchnext.evaluation.EvaluationReport;
import watchnext.evaluation.SourceReport;
import watchnext.event.Recording;
import watchnext.pipeline.Rebuilt;
import watchnext.result.Section;

/**
 * All that is found out of a snapshot on the test period: every stage, every source, and the first
 * pages of new users. <i>Immutable but for the study, which is finished.</i>
 *
 * @param study what was run
 * @param report the rows of the case study
 * @param sources what each source brought
 * @param newUsers rows of first pages; empty when nobody new came
 */
public record Findings(
    CaseStudy study,
    EvaluationReport report,
    SourceReport sources,
    Optional<EvaluationReport> newUsers) {

  /**
   * Runs both studies.
   *
   * @param answers what new users choose at sign-up
   */
  public static Findings of(
      Recording recording, Models models, SignUpChoices answers, Consumer<String> progress) {
    CaseStudy study = new CaseStudy(recording, models);
    EvaluationReport report = study.evaluate(progress);
    progress.accept("evaluating the first pages of new users");
    NewUserStudy newUsers = new NewUserStudy(recording, models, answers);
    return new Findings(
        study,
        report,
        study.sources(report),
        newUsers.isEmpty() ? Optional.empty() : Optional.of(newUsers.evaluate()));
  }

  /** How the rows were made, in words. */
  public String protocol() {
    return report.protocol();
  }

  /** Quality, sources, and new users where there are some. */
  public List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    sections.add(QualityTables.section(report));
    sections.add(SourceTables.section(sources));
    newUsers.map(QualityTables::newUsers).ifPresent(sections::add);
    return sections;
  }

  /** The funnel, the index, popularity bias, and three users with their pages. */
  public List<Section> closerLook(Recording recording, Rebuilt rebuilt) {
    List<Section> sections = new ArrayList<>();
    int catalogue = recording.catalog().videos().size();
    sections.add(FunnelTables.section(study.traces(), catalogue));
    sections.add(IndexTables.section(recording, rebuilt));
    sections.add(
        PopularityTables.section(recording, rebuilt.split().testFrom(), study.exposures()));
    sections.addAll(PageTables.three(study, recording.catalog()));
    return sections;
  }
}
