package watchnext.synthetic;

import watchnext.event.EventKind;
import watchnext.event.EventLogBuilder;

/**
 * Where the events of a world go, by ordinals: into a log, a file, a counter. Events come in order
 * of time; each page is announced before its first event. <i>Confined: called from one thread.</i>
 */
public interface EventSink {

  /**
   * A page was shown.
   *
   * @param request its number; numbers ascend by one from 0
   * @param random whether it belongs to the random slice
   * @param device the device that showed it
   */
  void page(int request, boolean random, String device);

  /** An event of a page, or of none. */
  void event(WorldEvent event);

  /** An impression. */
  default void impression(
      long epochSecond, int user, int video, int request, int position, double propensity) {
    event(
        new WorldEvent(
            EventKind.IMPRESSION, epochSecond, user, video, request, position, propensity));
  }

  /** A watch. */
  default void watch(
      long epochSecond, int user, int video, int request, double seconds, double duration) {
    event(new WorldEvent(EventKind.WATCH, epochSecond, user, video, request, seconds, duration));
  }

  /** A click, like or "not interested". */
  default void signal(EventKind kind, long epochSecond, int user, int video, int request) {
    event(new WorldEvent(kind, epochSecond, user, video, request, 0, 0));
  }

  /**
   * A sink that fills {@code log}. Request identifiers are "r" and the number, for random pages "x"
   * and the number.
   */
  static EventSink into(EventLogBuilder log) {
    return new LogSink(log);
  }
}
