package watchnext.snapshot;

import java.util.List;

/**
 * One check that models passed or failed before publication; the manifest keeps all of them.
 * <i>Immutable.</i>
 *
 * @param rule what was asked
 * @param found what was measured
 * @param passed whether it holds
 */
public record GateCheck(String rule, String found, boolean passed) {

  /** Those of {@code checks} that did not hold. */
  public static List<GateCheck> failed(List<GateCheck> checks) {
    return checks.stream().filter(check -> !check.passed()).toList();
  }
}
