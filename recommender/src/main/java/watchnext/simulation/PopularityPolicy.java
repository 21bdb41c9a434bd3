package watchnext.simulation;

import watchnext.retrieval.PopularityWindow;

/**
 * The videos that most users watch well, the same for everybody but for what they have seen. Counts
 * go on with every event of the loop, so there is nothing to train. <i>Immutable.</i>
 *
 * @param window how far back the count looks
 */
public record PopularityPolicy(PopularityWindow window) implements Policy {

  @Override
  public String name() {
    return PolicyKind.POPULARITY.label();
  }

  @Override
  public Choice choose(Visit visit) {
    return Choice.certain(Pages.filled(new int[0], visit, window));
  }
}
