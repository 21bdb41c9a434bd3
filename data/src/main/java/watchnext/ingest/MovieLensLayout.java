package watchnext.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The four ways in which MovieLens has been published: names of files, separators, encodings.
 * <i>Immutable.</i>
 */
enum MovieLensLayout {
  /** latest-small, 20M, 25M, 32M: CSV with headers. */
  COMMAS("movies.csv", "ratings.csv", "", "tags.csv"),
  /** 10M: {@code ::} in UTF-8, no attributes of users. */
  COLONS_UTF_8("movies.dat", "ratings.dat", "", "tags.dat"),
  /** 1M: {@code ::} in Latin-1, with attributes of users. */
  COLONS_LATIN_1("movies.dat", "ratings.dat", "users.dat", ""),
  /** 100K: tabs for ratings, bars for the rest, Latin-1, genres as flags. */
  BARS("u.item", "u.data", "u.user", "");

  /** The genres of {@link #BARS} in the order of the flags. */
  static final String GENRES = "u.genre";

  private final String films;
  private final String ratings;
  private final String users;
  private final String tags;

  MovieLensLayout(String films, String ratings, String users, String tags) {
    this.films = films;
    this.ratings = ratings;
    this.users = users;
    this.tags = tags;
  }

  /**
   * The layout of the files in {@code folder}.
   *
   * @throws BadInputException when they are of none
   */
  static MovieLensLayout of(Path folder) {
    if (has(folder, COMMAS.ratings)) {
      return COMMAS;
    }
    if (has(folder, BARS.ratings)) {
      return BARS;
    }
    if (has(folder, COLONS_LATIN_1.ratings)) {
      return has(folder, COLONS_LATIN_1.users) ? COLONS_LATIN_1 : COLONS_UTF_8;
    }
    throw new BadInputException(
        new BadRow(
            String.valueOf(folder.getFileName()),
            0,
            "",
            "expected a folder with ratings.csv, ratings.dat or u.data of MovieLens"));
  }

  private static boolean has(Path folder, String file) {
    return Files.isRegularFile(folder.resolve(file));
  }

  String films() {
    return films;
  }

  String ratings() {
    return ratings;
  }

  /** The file of users, empty when this layout has none. */
  String users() {
    return users;
  }

  /** The file of tags, empty when this layout has none. */
  String tags() {
    return tags;
  }

  /** The form of films, users and tags. */
  Form form() {
    return switch (this) {
      case COMMAS -> Form.PLAIN_CSV;
      case COLONS_UTF_8 -> Form.bare("::", UTF_8);
      case COLONS_LATIN_1 -> Form.bare("::", ISO_8859_1);
      case BARS -> Form.bare("|", ISO_8859_1);
    };
  }

  Form ratingsForm() {
    return this == BARS ? Form.bare("\t", ISO_8859_1) : form();
  }

  String licence() {
    return this == COMMAS ? GroupLensTerms.SHARED_ALIKE : GroupLensTerms.NOT_REDISTRIBUTED;
  }
}
