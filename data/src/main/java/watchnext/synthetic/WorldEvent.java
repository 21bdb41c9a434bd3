package watchnext.synthetic;

import watchnext.event.EventKind;

/**
 * One event of a world, by ordinals. <i>Immutable.</i>
 *
 * @param kind what happened; nobody gives stars
 * @param epochSecond seconds since 1970
 * @param user ordinal of the user
 * @param video ordinal of the video
 * @param request number of the page, see {@link EventSink#page}; -1 for none
 * @param first place of an impression, from 0; seconds of a watch; else 0
 * @param second propensity of an impression; the video's duration of a watch; else 0
 */
public record WorldEvent(
    EventKind kind,
    long epochSecond,
    int user,
    int video,
    int request,
    double first,
    double second) {

  /** The same event of another request. */
  WorldEvent of(int otherRequest) {
    return new WorldEvent(kind, epochSecond, user, video, otherRequest, first, second);
  }
}
