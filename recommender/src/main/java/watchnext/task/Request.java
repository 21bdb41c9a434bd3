package watchnext.task;

import watchnext.catalog.Context;

/**
 * What is asked: a page of videos for a user at an instant. <i>Immutable.</i>
 *
 * @param userId the data's identifier of the user
 * @param context time and device
 * @param pageSize number of videos wanted, at least 1
 */
public record Request(String userId, Context context, int pageSize) {

  /** Checks the page size. */
  public Request {
    if (pageSize < 1) {
      throw new IllegalArgumentException("pageSize must be at least 1, was " + pageSize);
    }
  }
}
