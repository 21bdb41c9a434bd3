package watchnext.study;

import java.util.List;
import watchnext.result.Field;
import watchnext.result.Section;
import watchnext.result.Table;
import watchnext.snapshot.GateCheck;

/** What the gate said of a set of models. <i>Stateless.</i> */
public final class GateTable {

  private static final String CLOSED = "The gate is closed: these models may not serve.";

  private GateTable() {}

  /** Every check with what was found. */
  public static Section of(List<GateCheck> checks) {
    boolean isOpen = GateCheck.failed(checks).isEmpty();
    return new Section(
        isOpen ? "The gate" : CLOSED,
        "What must hold before a snapshot is published.",
        List.of(
            Table.of(
                "gate",
                "",
                "",
                checks,
                Field.text("rule", GateCheck::rule),
                Field.text("found", GateCheck::found),
                Field.text("passed", check -> check.passed() ? "yes" : "no"))),
        List.of());
  }

  /** That the gate is closed; nothing where every check passed. */
  public static List<String> notes(List<GateCheck> checks) {
    return GateCheck.failed(checks).isEmpty() ? List.of() : List.of(CLOSED);
  }

  /** Nothing where every check passed. */
  public static List<Section> ifClosed(List<GateCheck> checks) {
    return GateCheck.failed(checks).isEmpty() ? List.of() : List.of(of(checks));
  }
}
