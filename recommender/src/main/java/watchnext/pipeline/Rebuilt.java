package watchnext.pipeline;

import java.util.List;
import watchnext.dataset.TemporalSplit;
import watchnext.evaluation.EvaluationReport;
import watchnext.require.Require;

/**
 * What {@link Rebuild} made, and what the gate said of it. No other room can make one: whatever
 * {@link Snapshots#publish} writes has been through the gate. <i>Immutable.</i>
 */
public final class Rebuilt {

  private final Models models;
  private final TemporalSplit split;
  private final List<Gate.Check> gate;
  private final TrainingCurves curves;
  private final EvaluationReport validation;

  Rebuilt(
      Models models,
      TemporalSplit split,
      List<Gate.Check> gate,
      TrainingCurves curves,
      EvaluationReport validation) {
    Require.that(!gate.isEmpty(), "the gate must check at least 1 rule, checked 0");
    this.models = models;
    this.split = split;
    this.gate = List.copyOf(gate);
    this.curves = curves;
    this.validation = validation;
  }

  /** For the snapshot, or for a look at what was rejected. */
  public Models models() {
    return models;
  }

  /** The cuts in time. */
  public TemporalSplit split() {
    return split;
  }

  /** What was checked, in order. */
  public List<Gate.Check> gate() {
    return gate;
  }

  /** The checks that did not hold; the gate is open when there are none. */
  public List<Gate.Check> failed() {
    return Gate.failed(gate);
  }

  /** How training went, for the report. */
  public TrainingCurves curves() {
    return curves;
  }

  /** Every order that could have made the page, on the validation period. */
  public EvaluationReport validation() {
    return validation;
  }
}
