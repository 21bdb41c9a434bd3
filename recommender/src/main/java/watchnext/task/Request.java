package watchnext.task;

import java.util.HashSet;
import java.util.List;
import watchnext.catalog.Context;
import watchnext.require.Require;

/**
 * What is asked from outside: a page of videos for a user at an instant. {@link Asked} is the same
 * inside the funnel. <i>Immutable.</i>
 *
 * @param id names the request, in the log of events and in that of served pages
 * @param userId the data's identifier of the user
 * @param context time and device
 * @param pageSize number of videos wanted, at least 1
 * @param choices identifiers of the favourites chosen at sign-up, oldest first, each once: they
 *     stand for a history until there is one
 */
public record Request(
    String id, String userId, Context context, int pageSize, List<String> choices) {

  /** Takes an unmodifiable copy and checks the page size and the choices. */
  public Request {
    Require.atLeast("pageSize", pageSize, 1);
    choices = List.copyOf(choices);
    Require.that(
        new HashSet<>(choices).size() >= choices.size(),
        "choices must be different videos, were %s",
        choices);
  }

  /** A request named by user and second, of someone who chose nothing at sign-up. */
  public Request(String userId, Context context, int pageSize) {
    this(userId + "@" + context.epochSecond(), userId, context, pageSize, List.of());
  }

  /** The same request with {@code favourites} chosen at sign-up. */
  public Request choosing(List<String> favourites) {
    return new Request(id, userId, context, pageSize, favourites);
  }
}
