package watchnext.catalog;

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
    if (id.length() > Video.LONGEST_ID) {
      throw new IllegalArgumentException(
          "an id must have at most " + Video.LONGEST_ID + " characters, had " + id.length());
    }
    if (catalog.videoVocabulary().find(id) != Vocabulary.UNKNOWN) {
      throw new IllegalArgumentException(
          "the id of an uploaded video must be new, \"" + id + "\" is in the catalogue");
    }
    if (video.durationSeconds() > Video.LONGEST_SECONDS) {
      throw new IllegalArgumentException(
          "durationSeconds of video "
              + id
              + " must be at most 604800, was "
              + video.durationSeconds());
    }
    if (video.tags().contains("")) {
      throw new IllegalArgumentException(
          "tags of video " + id + " must not be empty, were " + video.tags());
    }
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
