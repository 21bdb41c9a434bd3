package watchnext.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import watchnext.assembly.Models;
import watchnext.event.Recording;
import watchnext.result.Result;
import watchnext.result.Section;
import watchnext.snapshot.GateCheck;
import watchnext.study.Findings;
import watchnext.study.GateTable;
import watchnext.study.SignUpChoices;

/** {@code watchnext evaluate}: the table of the demo for a snapshot. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Evaluates a snapshot on the test period of its data, all stages side by side.",
      "Nothing is trained: settings of evaluation, objective, page and quotas may differ from the"
          + " snapshot's.",
      "A candidate that the gate rejected is evaluated too; the failed checks are named below the"
          + " table."
    })
final class EvaluateCommand implements Callable<Integer> {

  @Mixin private SnapshotOptions snapshot = new SnapshotOptions();

  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws Exception {
    Terminal terminal = new Terminal();
    List<GateCheck> gate = snapshot.manifest().gate();
    Models trained = snapshot.models();
    Models models = trained.served(settings.over(trained.config()));
    Recording recording = snapshot.recording(models, terminal);
    SignUpChoices answers = DataOptions.signUps(models.provenance(), recording);
    Findings findings = Findings.of(recording, models, answers, terminal);
    List<Section> sections = new ArrayList<>(findings.sections());
    sections.add(GateTable.of(gate));
    output.write(
        new Result(
            "WatchNext: " + recording.name(),
            Machine.run(
                "evaluate --snapshot " + models.provenance().version() + settings.asOptions(),
                models.provenance().seed(),
                findings.protocol()),
            GateTable.notes(gate),
            sections),
        terminal);
    return 0;
  }
}
