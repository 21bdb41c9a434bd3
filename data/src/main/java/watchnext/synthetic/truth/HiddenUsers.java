package watchnext.synthetic.truth;

import java.util.Arrays;

/**
 * What users are really like, in columns by ordinal; ordinals are in order of sign-up.
 *
 * <p>A user has three to {@value #MOST_INTERESTS} interests. An interest is a leaf of the topic
 * tree, a mood it should have, a strength that swings over weeks, hours of the day and a device
 * that suit it, and sometimes a first and last day: tastes drift by themselves, whatever is shown.
 * Interests come partly from a <i>tribe</i>, a set of leaves that go together in many people though
 * the tree does not say so. <i>Immutable.</i>
 */
public final class HiddenUsers {

  /** Most interests of one user. */
  public static final int MOST_INTERESTS = 6;

  /** Number of devices. */
  public static final int DEVICES = 4;

  private static final int TRIBES = 24;
  private static final int TRIBE_LEAVES = 5;
  private static final double[] LANGUAGE_WEIGHTS = {0.52, 0.2, 0.13, 0.1, 0.05};
  private static final double[] DEVICE_WEIGHTS = {0.72, 0.08, 0.08, 0.12};
  private static final double[] INTEREST_COUNT_WEIGHTS = {0.25, 0.35, 0.25, 0.15};

  final byte[] interests;
  final int[] leaf;
  final float[] breadth;
  final float[] strength;
  final float[] moodCosine;
  final float[] moodSine;
  final float[] bestHour;
  final byte[] bestDevice;
  final float[] periodDays;
  final float[] phase;
  final float[] fromDay;
  final float[] toDay;
  final byte[] language;
  final byte[] secondLanguage;
  final short[] dislikedRoot;
  final float[] eagerness;
  final float[] novelty;
  final float[] wantedLogSeconds;
  final float[] warmth;
  private final float[] gapDays;
  private final float[] stamina;
  private final byte[] device;
  private final long[] signedUp;

  private HiddenUsers(int size) {
    int slots = size * MOST_INTERESTS;
    interests = new byte[size];
    leaf = new int[slots];
    breadth = new float[slots];
    strength = new float[slots];
    moodCosine = new float[slots];
    moodSine = new float[slots];
    bestHour = new float[slots];
    bestDevice = new byte[slots];
    periodDays = new float[slots];
    phase = new float[slots];
    fromDay = new float[slots];
    toDay = new float[slots];
    language = new byte[size];
    secondLanguage = new byte[size];
    dislikedRoot = new short[size];
    eagerness = new float[size];
    novelty = new float[size];
    wantedLogSeconds = new float[size];
    warmth = new float[size];
    gapDays = new float[size];
    stamina = new float[size];
    device = new byte[size];
    signedUp = new long[size];
  }

  static HiddenUsers draw(Extent extent, TopicTree tree, long seed) {
    HiddenUsers users = new HiddenUsers(extent.users());
    users.drawArrivals(extent, new Luck(Luck.key(seed, 11)));
    double[] leafWeights = Curves.zipfShuffled(tree.leaves(), 0.7, Luck.key(seed, 12));
    Luck tribal = new Luck(Luck.key(seed, 13));
    int[] tribeLeaf = new int[TRIBES * TRIBE_LEAVES];
    double[] tribeMood = new double[TRIBES * TRIBE_LEAVES];
    for (int i = 0; i < tribeLeaf.length; i++) {
      tribeLeaf[i] = tribal.weighted(leafWeights);
      tribeMood[i] = tribal.between(0, 2 * Math.PI);
    }
    for (int u = 0; u < extent.users(); u++) {
      Luck luck = new Luck(Luck.key(Luck.key(seed, 14), u));
      users.drawHabits(u, tree, luck);
      int tribe = luck.below(TRIBES) * TRIBE_LEAVES;
      for (int i = 0; i < users.interests[u]; i++) {
        int pick = tribe + luck.below(TRIBE_LEAVES);
        boolean own = luck.uniform() < 0.4;
        int leaf = own ? luck.weighted(leafWeights) : tribeLeaf[pick];
        double mood = own ? luck.between(0, 2 * Math.PI) : tribeMood[pick] + 0.4 * luck.normal();
        users.drawInterest(u * MOST_INTERESTS + i, leaf, mood, extent.days(), luck);
      }
    }
    return users;
  }

  private void drawArrivals(Extent extent, Luck luck) {
    int early = (int) Math.round(extent.users() * extent.usersAtStart());
    for (int u = 0; u < signedUp.length; u++) {
      double offset =
          u < early
              ? -200 * luck.exponentialBelow(5) * Extent.DAY - 1
              : DailyRhythm.instant(luck.uniform() * extent.days() * Extent.DAY);
      signedUp[u] = extent.startEpochSecond() + (long) Math.floor(offset);
    }
    Arrays.sort(signedUp);
  }

  /** Eager users click more on what they see; those who scroll more are less eager. */
  private void drawHabits(int u, TopicTree tree, Luck luck) {
    interests[u] = (byte) (3 + luck.weighted(INTEREST_COUNT_WEIGHTS));
    language[u] = (byte) luck.weighted(LANGUAGE_WEIGHTS);
    secondLanguage[u] = luck.uniform() < 0.5 ? 0 : language[u];
    device[u] = (byte) luck.weighted(DEVICE_WEIGHTS);
    dislikedRoot[u] = (short) luck.below(tree.roots());
    double eager = luck.normal();
    eagerness[u] = (float) eager;
    novelty[u] = (float) luck.between(0.2, 1.0);
    wantedLogSeconds[u] = (float) (StrictMath.log(30) + 0.8 * luck.normal());
    warmth[u] = (float) StrictMath.exp(0.7 * luck.normal());
    gapDays[u] = (float) StrictMath.exp(0.35 * luck.normal());
    stamina[u] = (float) StrictMath.exp(-0.62 * eager + 0.52 * luck.normal());
  }

  private void drawInterest(int slot, int about, double mood, int days, Luck luck) {
    leaf[slot] = about;
    breadth[slot] = (float) luck.between(0.15, 0.6);
    strength[slot] = (float) luck.between(0.75, 1.0);
    moodCosine[slot] = (float) StrictMath.cos(mood);
    moodSine[slot] = (float) StrictMath.sin(mood);
    bestHour[slot] = (float) luck.between(0, 24);
    bestDevice[slot] = (byte) luck.below(DEVICES);
    periodDays[slot] = (float) luck.between(10, 40);
    phase[slot] = (float) luck.uniform();
    boolean begins = luck.uniform() < 0.12;
    boolean ends = luck.uniform() < 0.12;
    fromDay[slot] = begins ? (float) luck.between(0, days) : -1000;
    toDay[slot] = ends ? (float) luck.between(0, days) : 100_000;
  }

  /** Number of users. */
  public int size() {
    return interests.length;
  }

  /** When a user signed up, seconds since 1970. */
  public long signedUpEpochSecond(int user) {
    return signedUp[user];
  }

  /** The language of a user. */
  public int language(int user) {
    return language[user];
  }

  /** The usual device of a user. */
  public int device(int user) {
    return device[user];
  }

  /** How long a user stays away, relative to others. */
  public double gap(int user) {
    return gapDays[user];
  }

  /** How many pages a user looks at in a session, relative to others. */
  public double stamina(int user) {
    return stamina[user];
  }

  /** How freely a user likes, relative to others. */
  public double warmth(int user) {
    return warmth[user];
  }
}
