package watchnext.synthetic.truth;

import java.util.Arrays;

/**
 * What videos are really like, in columns by ordinal; ordinals are in order of upload, so the
 * videos that exist at an instant are a prefix.
 *
 * <p>Hidden: topics, mood, quality, production value and how fast they age. A video's <i>mood</i>
 * (calm or loud, dry or silly) is an angle on a circle: no tag says it, only who watches it with
 * what does. <i>Immutable.</i>
 */
public final class HiddenVideos {

  /** Number of languages. */
  public static final int LANGUAGES = 5;

  private static final double[] LANGUAGE_WEIGHTS = {0.5, 0.2, 0.14, 0.1, 0.06};
  private static final double MEDIAN_SECONDS = 27;
  private static final double LENGTH_SPREAD = 1.38;
  private static final double LONGEST_SECONDS = 9 * 3600;

  final int[] leaf;
  final int[] secondLeaf;
  final float[] secondShare;
  final float[] moodCosine;
  final float[] moodSine;
  final float[] quality;
  final float[] production;
  final float[] halfLifeSeconds;
  final float[] logSeconds;
  private final int[] durationTenths;
  private final byte[] language;
  private final int[] creator;
  private final long[] uploaded;

  private HiddenVideos(int size) {
    leaf = new int[size];
    secondLeaf = new int[size];
    secondShare = new float[size];
    moodCosine = new float[size];
    moodSine = new float[size];
    quality = new float[size];
    production = new float[size];
    halfLifeSeconds = new float[size];
    logSeconds = new float[size];
    durationTenths = new int[size];
    language = new byte[size];
    creator = new int[size];
    uploaded = new long[size];
  }

  static HiddenVideos draw(Extent extent, TopicTree tree, long seed) {
    HiddenVideos videos = new HiddenVideos(extent.videos());
    videos.drawUploads(extent, new Luck(Luck.key(seed, 1)));
    Creators creators = Creators.draw(extent.creators(), tree, LANGUAGE_WEIGHTS, Luck.key(seed, 2));
    for (int v = 0; v < extent.videos(); v++) {
      Luck luck = new Luck(Luck.key(Luck.key(seed, 4), v));
      videos.drawTopics(v, creators, tree, luck);
      videos.drawCraft(v, creators, luck);
    }
    videos.drawLengths(tree, seed);
    return videos;
  }

  /** Roots differ in length and in how fast they age; the mean length is that of the median. */
  private void drawLengths(TopicTree tree, long seed) {
    double[] rootLength = new double[tree.roots()];
    double[] rootHalfLife = new double[tree.roots()];
    Luck roots = new Luck(Luck.key(seed, 3));
    for (int r = 0; r < tree.roots(); r++) {
      rootLength[r] = 0.45 * roots.normal();
      rootHalfLife[r] = 3 * Extent.DAY * StrictMath.exp(0.7 * roots.normal());
    }
    double mean = 0;
    for (int l : leaf) {
      mean += rootLength[tree.root(l)] / leaf.length;
    }
    for (int v = 0; v < leaf.length; v++) {
      Luck luck = new Luck(Luck.key(Luck.key(seed, 5), v));
      int root = tree.root(leaf[v]);
      double longer = rootLength[root] - mean + LENGTH_SPREAD * luck.normal();
      double seconds = MEDIAN_SECONDS * StrictMath.exp(longer);
      durationTenths[v] = (int) Math.rint(10 * Math.min(LONGEST_SECONDS, Math.max(2, seconds)));
      logSeconds[v] = (float) StrictMath.log(durationSeconds(v));
      halfLifeSeconds[v] = (float) (rootHalfLife[root] * StrictMath.exp(0.5 * luck.normal()));
    }
  }

  /**
   * A Poisson process with the rhythm of the day, given its number of points: sorted draws. Videos
   * of before the log are older the rarer.
   */
  private void drawUploads(Extent extent, Luck luck) {
    int early = (int) Math.round(extent.videos() * extent.videosAtStart());
    for (int v = 0; v < uploaded.length; v++) {
      double offset =
          v < early
              ? -25 * luck.exponentialBelow(5) * Extent.DAY
              : DailyRhythm.instant(luck.uniform() * extent.days() * Extent.DAY);
      uploaded[v] = extent.startEpochSecond() + (long) Math.floor(offset);
    }
    Arrays.sort(uploaded);
  }

  private void drawTopics(int v, Creators creators, TopicTree tree, Luck luck) {
    int by = creators.drawOne(luck);
    creator[v] = by;
    leaf[v] = creators.drawLeaf(by, tree, luck);
    boolean mixed = luck.uniform() < 0.3;
    int other = luck.below(tree.leaves());
    secondLeaf[v] = mixed && other != leaf[v] ? other : -1;
    secondShare[v] = (float) luck.between(0.4, 0.9);
    language[v] = (byte) creators.language(by);
  }

  private void drawCraft(int v, Creators creators, Luck luck) {
    int by = creator[v];
    double angle = creators.moodAngle(by) + 0.8 * luck.normal();
    moodCosine[v] = (float) StrictMath.cos(angle);
    moodSine[v] = (float) StrictMath.sin(angle);
    double good = 0.65 * creators.skill(by) + 0.76 * luck.normal();
    double shiny = 0.55 * creators.polish(by) + 0.15 * good + 0.8 * luck.normal();
    quality[v] = (float) Curves.squash(1.1 * good);
    production[v] = (float) Curves.squash(1.3 * shiny - 0.3);
  }

  /** Number of videos. */
  public int size() {
    return leaf.length;
  }

  /** Number of videos that exist at {@code epochSecond}: ordinals below it can be shown. */
  public int availableAt(long epochSecond) {
    int low = 0;
    int high = uploaded.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (uploaded[middle] <= epochSecond) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The leaf that a video is mainly about. */
  public int leaf(int video) {
    return leaf[video];
  }

  /** The leaf that it is about as well, or -1. */
  public int secondLeaf(int video) {
    return secondLeaf[video];
  }

  /** Length in seconds. */
  public double durationSeconds(int video) {
    return durationTenths[video] / 10.0;
  }

  /** The language spoken, 0 to {@value #LANGUAGES} - 1. */
  public int language(int video) {
    return language[video];
  }

  /** The creator's number. */
  public int creator(int video) {
    return creator[video];
  }

  /** When it was uploaded, seconds since 1970. */
  public long uploadedEpochSecond(int video) {
    return uploaded[video];
  }
}
