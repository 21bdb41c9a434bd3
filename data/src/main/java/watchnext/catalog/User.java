package watchnext.catalog;

import watchnext.require.Require;

/**
 * One user as a platform knows them at sign-up. Texts are empty where the data does not say.
 * <i>Immutable.</i>
 *
 * @param id the data's own identifier, never blank
 * @param country country code
 * @param language language code
 * @param device the usual device ("phone", "tablet", "tv", "desktop")
 * @param ageBucket coarse age ("18-24"), often missing
 * @param signedUpEpochSecond seconds since 1970, or {@link Video#ALWAYS_THERE} when unknown
 */
public record User(
    String id,
    String country,
    String language,
    String device,
    String ageBucket,
    long signedUpEpochSecond) {

  /** Refuses a blank identifier. */
  public User {
    Require.that(!id.isBlank(), "a user's id must not be blank");
  }

  /** A user of whom nothing but the identifier is known. */
  public static User unknown(String id) {
    return new User(id, "", "", "", "", Video.ALWAYS_THERE);
  }
}
