package watchnext.task;

/**
 * What a model makes of a request: a user vector, a factor, a count for every video. {@link
 * Asked#once} computes it at most once a request, whoever asks. Equal instances stand for equal
 * values, so an implementation is a record of the models it reads.
 *
 * <p><i>Implementations are immutable.</i>
 *
 * @param <T> the value; arrays are shared and not to be changed
 */
@FunctionalInterface
public interface PerRequest<T> {

  /** The value for {@code asked}. */
  T of(Asked asked);
}
