package watchnext.feature;

/**
 * What a request knows of one tag: the user's experience with it, and how it does with everyone.
 * <i>Immutable.</i>
 *
 * @param isKnown whether the user met it before
 * @param clickLift the user's click rate with it above that with everything
 * @param goodLift the user's share of good experiences above that with everything
 * @param good good experiences of the user
 * @param bad bad experiences of the user
 * @param shown times that the user was shown it
 * @param goodRate good experiences a showing
 * @param publicClickRate everyone's click rate in the last week
 * @param publicLongRate everyone's long watches a showing in the last week
 * @param satisfied users whom it satisfied in the last week
 * @param dayPartLift everyone's click rate at this time of day above that of all times
 * @param watches the user's latest good watches that have it, a bit each, the latest in bit 0
 */
record TagFacts(
    boolean isKnown,
    double clickLift,
    double goodLift,
    double good,
    double bad,
    double shown,
    double goodRate,
    double publicClickRate,
    double publicLongRate,
    double satisfied,
    double dayPartLift,
    int watches) {}
