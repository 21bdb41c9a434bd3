package watchnext.ingest;

/**
 * The terms of the MovieLens data sets in one sentence each, after their README files.
 * <i>Stateless.</i>
 */
public final class GroupLensTerms {

  private static final String COMMON =
      "MovieLens data of the GroupLens Research Project, University of Minnesota, for research;"
          + " acknowledge it in publications (Harper and Konstan 2015), do not imply endorsement,"
          + " no commercial use without permission, ";

  /** latest-small, 20M, 25M and 32M. */
  public static final String SHARED_ALIKE =
      COMMON + "redistribution, also of transformed data, only under the same conditions.";

  /** 100K, 1M and 10M. */
  public static final String NOT_REDISTRIBUTED = COMMON + "no redistribution without permission.";

  private GroupLensTerms() {}
}
