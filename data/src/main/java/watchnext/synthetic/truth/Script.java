package watchnext.synthetic.truth;

import java.util.List;
import watchnext.require.Require;

/**
 * What changes in a world, and on which day: known change points, for checking whoever claims to
 * detect drift. Days count from the start of the log, changes begin at midnight. <i>Immutable.</i>
 *
 * @param changes all changes, in any order
 */
public record Script(List<Change> changes) {

  /** A world in which nothing changes but by itself. */
  public static final Script NONE = new Script(List.of());

  /** Takes an unmodifiable copy. */
  public Script {
    changes = List.copyOf(changes);
  }

  /** One change. */
  public sealed interface Change {}

  /**
   * From a day on a share of the users want other topics than before: each of their interests moves
   * to the far side of the topic tree.
   *
   * @param day first day of the new tastes
   * @param share share of the users, in (0, 1]
   */
  public record InterestShift(int day, double share) implements Change {
    /** Checks the ranges. */
    public InterestShift {
      requireDay(day);
      Require.share("share", share);
    }
  }

  /**
   * A topic takes off: within a day everybody takes an interest in one leaf.
   *
   * @param day first day of it
   * @param leaf the leaf
   * @param strength how strong the interest is, in (0, 1]
   */
  public record TopicTakesOff(int day, int leaf, double strength) implements Change {
    /** Checks the ranges. */
    public TopicTakesOff {
      requireDay(day);
      Require.share("strength", strength);
      Require.that(leaf >= 0, "leaf must be 0 or more, was %s", leaf);
    }
  }

  /**
   * A season: one root attracts more on Saturdays and less in the middle of the week. No drift at
   * all for whoever knows the calendar.
   *
   * @param root the root
   * @param strength how much, 1 being a lot
   */
  public record Season(int root, double strength) implements Change {
    /** Checks the ranges. */
    public Season {
      Require.that(root >= 0, "root must be 0 or more, was %s", root);
      Require.share("strength", strength);
    }
  }

  /**
   * A broken client: impressions on one device are logged, what users do with them is not. No drift
   * either, but broken data.
   *
   * @param fromDay first day of it
   * @param untilDay first day on which it is repaired
   * @param device number of the device
   */
  public record BrokenClient(int fromDay, int untilDay, int device) implements Change {
    /** Checks the ranges. */
    public BrokenClient {
      requireDay(fromDay);
      Require.that(
          untilDay > fromDay, "untilDay must be above fromDay (%s), was %s", fromDay, untilDay);
      Require.that(
          device >= 0 && device < HiddenUsers.DEVICES,
          "device must be in [0, %s), was %s",
          HiddenUsers.DEVICES,
          device);
    }
  }

  private static void requireDay(int day) {
    Require.that(day >= 0, "day must be 0 or more, was %s", day);
  }

  /** All four changes, spread over the second half of a world. */
  public static Script demonstration(Extent extent) {
    int days = extent.days();
    return new Script(
        List.of(
            new Season(1, 0.6),
            new InterestShift(days / 2, 0.5),
            new TopicTakesOff(days * 2 / 3, 5, 0.8),
            new BrokenClient(days * 5 / 6, days * 5 / 6 + Math.max(1, days / 15), 0)));
  }

  /** Refuses changes of days, leaves or roots that a world does not have. */
  void requireFits(Extent extent, TopicTree tree) {
    for (Change change : changes) {
      if (change instanceof InterestShift shift) {
        requireBelow("day", shift.day(), extent.days());
      } else if (change instanceof TopicTakesOff topic) {
        requireBelow("day", topic.day(), extent.days());
        requireBelow("leaf", topic.leaf(), tree.leaves());
      } else if (change instanceof Season season) {
        requireBelow("root", season.root(), tree.roots());
      } else if (change instanceof BrokenClient broken) {
        requireBelow("fromDay", broken.fromDay(), extent.days());
      }
    }
  }

  private static void requireBelow(String name, int value, int bound) {
    Require.that(value < bound, "%s of a change must be below %s, was %s", name, bound, value);
  }

  /** Whether what is done on {@code device} at {@code day} goes unlogged. */
  public boolean loses(int device, double day) {
    for (Change change : changes) {
      if (change instanceof BrokenClient broken
          && broken.device() == device
          && day >= broken.fromDay()
          && day < broken.untilDay()) {
        return true;
      }
    }
    return false;
  }
}
