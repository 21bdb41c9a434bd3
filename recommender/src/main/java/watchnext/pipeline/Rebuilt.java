package watchnext.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import watchnext.assembly.Models;
import watchnext.assembly.RebuildConfig;
import watchnext.dataset.TemporalSplit;
import watchnext.evaluation.EvaluationReport;
import watchnext.require.Require;
import watchnext.snapshot.GateCheck;
import watchnext.snapshot.Manifest;
import watchnext.snapshot.SnapshotException;
import watchnext.snapshot.Snapshots;

/**
 * What {@link Rebuild} made, and what the gate said of it. No other room can make one, and no other
 * class writes a snapshot: whatever serves has been through the gate. <i>Immutable.</i>
 */
public final class Rebuilt {

  private final Models models;
  private final RebuildConfig settings;
  private final TemporalSplit split;
  private final List<GateCheck> gate;
  private final TrainingCurves curves;
  private final EvaluationReport validation;

  Rebuilt(
      Models models,
      RebuildConfig settings,
      TemporalSplit split,
      List<GateCheck> gate,
      TrainingCurves curves,
      EvaluationReport validation) {
    Require.that(!gate.isEmpty(), "the gate must check at least 1 rule, checked 0");
    this.models = models;
    this.settings = settings;
    this.split = split;
    this.gate = List.copyOf(gate);
    this.curves = curves;
    this.validation = validation;
  }

  /** For the snapshot, or for a look at what was rejected. */
  public Models models() {
    return models;
  }

  /** What the rebuild was asked for; the models have what validation chose. */
  public RebuildConfig settings() {
    return settings;
  }

  /** The cuts in time. */
  public TemporalSplit split() {
    return split;
  }

  /** What was checked, in order. */
  public List<GateCheck> gate() {
    return gate;
  }

  /** The checks that did not hold; the gate is open when there are none. */
  public List<GateCheck> failed() {
    return GateCheck.failed(gate);
  }

  /** How training went, for the report. */
  public TrainingCurves curves() {
    return curves;
  }

  /** Every order that could have made the page, on the validation period. */
  public EvaluationReport validation() {
    return validation;
  }

  /**
   * Writes the models to {@code folder}, whole or not at all: a snapshot that may serve.
   *
   * @throws SnapshotException when the gate is closed, the folder is something else than a
   *     snapshot, or the models do not belong together and could not be read back
   */
  public Manifest publish(Path folder) throws IOException {
    if (!failed().isEmpty()) {
      throw new SnapshotException(
          "only what passes the gate is published, failed: " + failed().get(0).rule());
    }
    return Snapshots.write(folder, models, settings, gate);
  }

  /**
   * Writes what the gate turned away to {@link Snapshots#rejectedPlace}, for inspection. Its
   * manifest names the failed checks. The rejected candidate of the last time is replaced.
   *
   * @param folder where it would have been published; this place is left as it is
   * @throws SnapshotException when the gate is open, or as {@link #publish}
   */
  public Manifest reject(Path folder) throws IOException {
    if (failed().isEmpty()) {
      throw new SnapshotException("only what fails the gate is rejected, failed: nothing");
    }
    return Snapshots.write(Snapshots.rejectedPlace(folder), models, settings, gate);
  }
}
