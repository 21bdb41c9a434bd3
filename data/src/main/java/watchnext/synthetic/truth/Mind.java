package watchnext.synthetic.truth;

/**
 * One user at one instant on one device: the interests as strong as they are just then. Filled once
 * a page and asked about each video of it; the scratch memory of {@link Appeal}. <i>Confined: one
 * thread at a time.</i>
 */
public final class Mind {

  private static final double RAMP_DAYS = 2;

  int user;
  int slot;
  int interests;
  long epochSecond;
  double hourMood;
  int trendLeaf;
  double trendStrength;
  int seasonRoot;
  double seasonMood;
  final int[] leaf = new int[HiddenUsers.MOST_INTERESTS];
  final double[] strength = new double[HiddenUsers.MOST_INTERESTS];

  /**
   * Becomes the mind of {@code user} at {@code epochSecond}.
   *
   * @param device number of the device in use
   */
  public void enter(Truth truth, int user, long epochSecond, int device) {
    HiddenUsers users = truth.users();
    this.user = user;
    this.slot = user * HiddenUsers.MOST_INTERESTS;
    this.interests = users.interests[user];
    this.epochSecond = epochSecond;
    double hour = Math.floorMod(epochSecond, Extent.DAY) / 3600.0;
    this.hourMood = wave((hour - 7.5) / 24);
    double day = truth.day(epochSecond);
    for (int i = 0; i < interests; i++) {
      int s = slot + i;
      double swing = 0.85 + 0.15 * wave(day / users.periodDays[s] + users.phase[s]);
      double timely = 0.85 + 0.15 * wave((hour - users.bestHour[s]) / 24);
      double fitting = users.bestDevice[s] == device ? 1 : 0.9;
      double alive = ramp(day - users.fromDay[s]) * ramp(users.toDay[s] - day);
      leaf[i] = users.leaf[s];
      strength[i] = users.strength[s] * swing * timely * fitting * alive;
    }
    trendLeaf = -1;
    seasonRoot = -1;
    for (Script.Change change : truth.script().changes()) {
      follow(change, truth, day);
    }
  }

  private void follow(Script.Change change, Truth truth, double day) {
    if (change instanceof Script.InterestShift shift) {
      double u = Luck.uniform(Luck.key(truth.seed(), 61), user);
      if (day >= shift.day() && u < shift.share()) {
        int leaves = truth.tree().leaves();
        for (int i = 0; i < interests; i++) {
          leaf[i] = (leaf[i] + leaves / 2) % leaves;
        }
      }
    } else if (change instanceof Script.TopicTakesOff topic && day >= topic.day()) {
      trendLeaf = topic.leaf();
      trendStrength = topic.strength() * Math.min(1, day - topic.day());
    } else if (change instanceof Script.Season season) {
      seasonRoot = season.root();
      // Day 0 is a Monday; the crest of the week is Saturday noon, day 5.5.
      seasonMood = season.strength() * wave((day - 5.5) / 7);
    }
  }

  private static double ramp(double days) {
    return Math.min(1, Math.max(0, 0.5 + days / RAMP_DAYS));
  }

  /**
   * A cosine made of parabolas: period 1, 1 at whole numbers, −1 halfway, and the same bytes on
   * every machine.
   */
  static double wave(double turns) {
    double x = turns - Math.floor(turns);
    double t = Math.abs(2 * x - 1);
    return t > 0.5 ? 1 - 4 * (1 - t) * (1 - t) : 4 * t * t - 1;
  }
}
