package watchnext.catalog;

import java.util.List;

/**
 * All users and videos of a data set with their ordinals: position in the list is the ordinal.
 * <i>Immutable.</i>
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
