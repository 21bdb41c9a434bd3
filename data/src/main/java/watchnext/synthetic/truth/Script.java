package watchnext.synthetic.truth;

import java.util.List;

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
      requireShare("share", share);
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
      requireShare("strength", strength);
      if (leaf < 0) {
        throw new IllegalArgumentException("leaf must be 0 or more, was " + leaf);
      }
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
      if (root < 0) {
        throw new IllegalArgumentException("root must be 0 or more, was " + root);
      }
      requireShare("strength", strength);
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
      if (untilDay <= fromDay) {
        throw new IllegalArgumentException(
            "untilDay must be above fromDay (" + fromDay + "), was " + untilDay);
      }
      if (device < 0 || device >= HiddenUsers.DEVICES) {
        throw new IllegalArgumentException(
            "device must be in [0, " + HiddenUsers.DEVICES + "), was " + device);
      }
    }
  }

  private static void requireDay(int day) {
    if (day < 0) {
      throw new IllegalArgumentException("day must be 0 or more, was " + day);
    }
  }

  private static void requireShare(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be in (0, 1], was " + value);
    }
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
    if (value >= bound) {
      throw new IllegalArgumentException(
          name + " of a change must be below " + bound + ", was " + value);
    }
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
