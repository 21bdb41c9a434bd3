package watchnext.ingest.download;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import watchnext.ingest.GroupLensTerms;

/**
 * The data sets that {@link Downloader} fetches, with the checksum their publisher gives and the
 * terms to show before use. <i>Immutable.</i>
 */
public enum PublicDataSet {
  /** About 100,000 ratings; may change in time, so its checksum is fetched beside it. */
  MOVIELENS_LATEST_SMALL("latest-small", "", GroupLensTerms.SHARED_ALIKE, "html"),
  /** 100,000 ratings of 1997 and 1998. */
  MOVIELENS_100K(
      "100k", "0e33842e24a9c977be4e0107933c0723", GroupLensTerms.NOT_REDISTRIBUTED, "txt"),
  /** A million ratings of 2000 to 2003. */
  MOVIELENS_1M("1m", "c4d9eecfca2ab87c1945afe126590906", GroupLensTerms.NOT_REDISTRIBUTED, "txt"),
  /** 25 million ratings of 1995 to 2019. */
  MOVIELENS_25M("25m", "6b51fb2759a8657d3bfcbfc42b592ada", GroupLensTerms.SHARED_ALIKE, "html"),
  /** 32 million ratings of 1995 to 2023. */
  MOVIELENS_32M("32m", "d472be332d4daa821edc399621853b57", GroupLensTerms.SHARED_ALIKE, "html");

  private static final String PLACE = "datasets/movielens/";

  private final String size;
  private final String md5;
  private final String licence;
  private final String readmeEnding;

  PublicDataSet(String size, String md5, String licence, String readmeEnding) {
    this.size = size;
    this.md5 = md5;
    this.licence = licence;
    this.readmeEnding = readmeEnding;
  }

  /**
   * The set of a name on the command line.
   *
   * @throws IllegalArgumentException when there is none; the message lists them
   */
  public static PublicDataSet named(String label) {
    for (PublicDataSet set : values()) {
      if (set.label().equals(label)) {
        return set;
      }
    }
    String labels = Arrays.stream(values()).map(PublicDataSet::label).collect(joining(", "));
    throw new IllegalArgumentException("the data set must be one of " + labels + ", was " + label);
  }

  /** Its name on the command line. */
  public String label() {
    return "movielens-" + size;
  }

  /** The folder inside the archive, and in the cache. */
  public String folder() {
    return "ml-" + size;
  }

  /** The terms of use in one sentence, to be shown before use. */
  public String licence() {
    return licence;
  }

  /** Where the terms can be read in full. */
  public String licencePage() {
    return "https://files.grouplens.org/" + PLACE + folder() + "-README." + readmeEnding;
  }

  /** The archive's path below the publisher's address. */
  String archive() {
    return PLACE + folder() + ".zip";
  }

  /** The published MD5 in hexadecimal, empty when it must be fetched beside the archive. */
  String md5() {
    return md5;
  }
}
