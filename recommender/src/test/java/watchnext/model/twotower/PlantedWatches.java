package watchnext.model.twotower;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.dataset.NextWatchExamples;
import watchnext.feature.History;
import watchnext.feature.content.ContentEncoder;
import watchnext.feature.content.UserAttributes;
import watchnext.settings.Settings;

/**
 * Watches with a known structure: videos fall into clusters, each user likes one of them, and a
 * video's tags name its cluster. Popularity within a cluster is Zipf's. The last videos of each
 * cluster are never watched.
 */
record PlantedWatches(TwoTowerData data, int[][] watched, int[] clusters) {

  static final int CLUSTERS = 8;
  static final int VIDEOS = 240;
  static final int UNSEEN = VIDEOS - CLUSTERS; // one of each cluster, from this ordinal on
  static final int USERS = 400;
  static final int WATCHES = 12;

  /** The last watch of each user is kept out of the examples. */
  static PlantedWatches of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Video> videos = new ArrayList<>();
    for (int v = 0; v < VIDEOS; v++) {
      List<String> tags = List.of("cluster" + v % CLUSTERS, "other" + v % 7);
      videos.add(new Video("v" + v, "", "", tags, "", 60 + v % 5, Video.ALWAYS_THERE));
    }
    List<User> users = new ArrayList<>();
    int[] clusters = new int[USERS];
    for (int u = 0; u < USERS; u++) {
      clusters[u] = random.nextInt(CLUSTERS);
      users.add(new User("u" + u, "c" + u % 3, "", "", "", Video.ALWAYS_THERE));
    }
    int[][] watched = new int[USERS][WATCHES];
    NextWatchExamples.Builder examples = new NextWatchExamples.Builder();
    for (int w = 0; w < WATCHES; w++) {
      for (int u = 0; u < USERS; u++) {
        boolean stray = random.nextInt(10) == 0;
        watched[u][w] = draw(stray ? random.nextInt(CLUSTERS) : clusters[u], random);
        if (w < WATCHES - 1) {
          examples.add(u, watched[u][w], time(u, w), history(watched[u], u, w));
        }
      }
    }
    Catalog catalog = new Catalog(users, videos);
    TwoTowerData data =
        new TwoTowerData(
            examples.build(), catalog, ContentEncoder.encode(catalog), UserAttributes.fit(users));
    return new PlantedWatches(data, watched, clusters);
  }

  private static int draw(int cluster, SplittableRandom random) {
    int places = UNSEEN / CLUSTERS;
    int place = (int) (places * Math.pow(random.nextDouble(), 2));
    return place * CLUSTERS + cluster;
  }

  static long time(int user, int watch) {
    return 1_600_000_000L + watch * 86_400L + user;
  }

  /** What user {@code u} had watched before watch {@code w}. */
  static History history(int[] watched, int u, int w) {
    int[] videos = java.util.Arrays.copyOf(watched, w);
    long[] times = new long[w];
    for (int i = 0; i < w; i++) {
      times[i] = time(u, i);
    }
    return History.of(videos, times);
  }

  /** Fast settings that suit this little data. */
  static TwoTowerConfig config() {
    return Settings.with(
        TwoTowerConfig.defaults(),
        "dimension=16",
        "hiddenUnits=16",
        "epochs=8",
        "batchSize=128",
        "history.length=10",
        "softmax.mixedNegatives=64");
  }

  float[] attributes(int user, long now) {
    float[] attributes = new float[data.attributes().width()];
    watchnext.catalog.Context context = watchnext.catalog.Context.at(now);
    data.attributes().encode(data.catalog().user(user), context, attributes, 0);
    return attributes;
  }

  float[] userVector(TwoTower model, int user, int watches) {
    long now = time(user, watches);
    float[] vector = new float[model.dimension()];
    model.encodeUser(history(watched[user], user, watches), attributes(user, now), now, vector);
    return vector;
  }
}
