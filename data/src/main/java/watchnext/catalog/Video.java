package watchnext.catalog;

import java.util.List;
import watchnext.require.Require;

/**
 * One video as a platform knows it at upload: everything here may be used by a model from the first
 * second on, so an unseen video has features too.
 *
 * <p>Unknown texts are empty, an unknown duration is 0, an unknown upload time is {@link
 * #ALWAYS_THERE}. <i>Immutable.</i>
 *
 * @param id the data's own identifier, never blank
 * @param title title text, in any script
 * @param creatorId identifier of the uploading account
 * @param tags topics, genres or tags, in the data's order
 * @param language language code
 * @param durationSeconds length in seconds, 0 when unknown
 * @param uploadedEpochSecond seconds since 1970 at which it can first be shown
 */
public record Video(
    String id,
    String title,
    String creatorId,
    List<String> tags,
    String language,
    double durationSeconds,
    long uploadedEpochSecond) {

  /** The upload time of a video that was there before the log began, or whose upload is unknown. */
  public static final long ALWAYS_THERE = Long.MIN_VALUE;

  /** The longest identifier that is taken from outside, in characters. */
  public static final int LONGEST_ID = 256;

  /** The longest duration that is taken from outside: a week. */
  public static final double LONGEST_SECONDS = 604_800;

  /** Checks the values and takes an unmodifiable copy of the tags. */
  public Video {
    Require.that(!id.isBlank(), "a video's id must not be blank");
    Require.that(
        durationSeconds >= 0 && durationSeconds < Double.POSITIVE_INFINITY,
        "durationSeconds of video %s must be 0 or more, was %s",
        id,
        durationSeconds);
    tags = List.copyOf(tags);
  }

  /** Whether the video can be shown at {@code epochSecond}. */
  public boolean isAvailableAt(long epochSecond) {
    return uploadedEpochSecond <= epochSecond;
  }
}
