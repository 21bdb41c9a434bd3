package watchnext.catalog;

import watchnext.require.Require;

/**
 * What a video must be to join a catalogue that serves already: the rules that ingested files are
 * read by, for videos that come one at a time. <i>Stateless.</i>
 */
public final class Uploads {

  private Uploads() {}

  /**
   * Checks that {@code video} may join {@code catalog}.
   *
   * @throws IllegalArgumentException when it may not: the rule, then what was given
   */
  public static void require(Catalog catalog, Video video) {
    String id = video.id();
    Require.that(
        id.length() <= Video.LONGEST_ID,
        "an id must have at most %s characters, had %s",
        Video.LONGEST_ID,
        id.length());
    Require.that(
        catalog.videoVocabulary().find(id) == Vocabulary.UNKNOWN,
        "the id of an uploaded video must be new, \"%s\" is in the catalogue",
        id);
    Require.that(
        video.durationSeconds() <= Video.LONGEST_SECONDS,
        "durationSeconds of video %s must be at most 604800, was %s",
        id,
        video.durationSeconds());
    Require.that(
        !video.tags().contains(""),
        "tags of video %s must not be empty, were %s",
        id,
        video.tags());
    long uploaded = video.uploadedEpochSecond();
    if (uploaded != Video.ALWAYS_THERE && !EpochSeconds.isPlausible(uploaded)) {
      throw new IllegalArgumentException(
          "uploadedEpochSecond of video "
              + id
              + " must be in seconds since 1970, was "
              + uploaded
              + EpochSeconds.hint(Long.toString(uploaded)));
    }
  }
}
