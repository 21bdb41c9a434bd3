package watchnext.catalog;

import java.util.List;

/**
 * All users and videos of a data set with their ordinals: position in the list is the ordinal. A
 * catalogue {@link #with} one more video is another one, which shares what it has in common with
 * this. <i>Immutable.</i>
 */
public final class Catalog {

  private final List<User> users;
  private final List<Video> videos;
  private final Vocabulary userVocabulary;
  private final Vocabulary videoVocabulary;

  /**
   * Numbers users and videos in their order.
   *
   * @throws IllegalArgumentException when an identifier comes twice
   */
  public Catalog(List<User> users, List<Video> videos) {
    this.users = List.copyOf(users);
    this.videos = List.copyOf(videos);
    this.userVocabulary = Vocabulary.of(users.stream().map(User::id).toList());
    this.videoVocabulary = Vocabulary.of(videos.stream().map(Video::id).toList());
  }

  private Catalog(Catalog before, Video video) {
    this.users = before.users;
    this.userVocabulary = before.userVocabulary;
    this.videoVocabulary = before.videoVocabulary.with(video.id());
    this.videos = Appended.to(before.videos, video);
  }

  /**
   * The same users and videos and one video more, which gets the next ordinal. Cost: a copy of the
   * list of videos added so far, not of all.
   *
   * @throws IllegalArgumentException when the video's identifier is here already
   */
  public Catalog with(Video video) {
    return new Catalog(this, video);
  }

  /** Whether {@code other} gives the same ordinals to the same users and videos, and to no more. */
  public boolean numbersAs(Catalog other) {
    return this == other
        || (userVocabulary.ids().equals(other.userVocabulary.ids())
            && videoVocabulary.ids().equals(other.videoVocabulary.ids()));
  }

  /** All users, by ordinal. */
  public List<User> users() {
    return users;
  }

  /** All videos, by ordinal. */
  public List<Video> videos() {
    return videos;
  }

  /** The user of an ordinal. */
  public User user(int ordinal) {
    return users.get(ordinal);
  }

  /** The video of an ordinal. */
  public Video video(int ordinal) {
    return videos.get(ordinal);
  }

  /** Identifier and ordinal of users. */
  public Vocabulary userVocabulary() {
    return userVocabulary;
  }

  /** Identifier and ordinal of videos. */
  public Vocabulary videoVocabulary() {
    return videoVocabulary;
  }
}
