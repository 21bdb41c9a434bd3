package watchnext.benchmarks.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.dataset.Interactions;
import watchnext.dataset.NextWatchExamples;
import watchnext.feature.History;
import watchnext.feature.content.ContentEncoder;
import watchnext.feature.content.UserAttributes;
import watchnext.math.Matrix;
import watchnext.model.twotower.TwoTower;
import watchnext.model.twotower.TwoTowerConfig;
import watchnext.model.twotower.TwoTowerData;
import watchnext.model.twotower.TwoTowerTrainer;
import watchnext.settings.Settings;

/**
 * The two-tower model on pairs of users and videos of which nothing else is known: no time, no
 * content, no attributes. The towers have no hidden layers, so a video is its id's embedding and a
 * user the direction of the mean of those embeddings, over all that the user watched. No user has a
 * parameter of their own. <i>Stateless.</i>
 */
final class TwoTowerRow {

  /** Chosen on a fifth of train put aside; test was looked at once, afterwards. */
  static final TwoTowerConfig GOWALLA =
      Settings.with(
          TwoTowerConfig.defaults(),
          "dimension=256",
          "hiddenUnits=0",
          "epochs=6",
          "batchSize=256",
          "examplesPerUser=20",
          "tableLearningRate=0.3",
          "history.length=1000",
          "history.decay=1",
          "history.halfLifeDays=.inf",
          "softmax.temperature=0.07",
          "softmax.mixedNegatives=512",
          "guards.idDropout=0",
          "guards.historyDropout=0.1");

  private TwoTowerRow() {}

  /** The row "two-tower-64" for dimension 64. */
  static Method method(TwoTowerConfig config) {
    return new Method(
        String.format(Locale.ROOT, "two-tower-%d", config.dimension()),
        true,
        (watches, random, progress) -> {
          TwoTowerData data = data(watches);
          TwoTower model = train(data, config, random, progress);
          Matrix videos = model.encodeVideos(data.content());
          Matrix users = users(model, watches, data.attributes());
          return (from, to, out) -> Method.multiply(users, from, to, videos, out);
        });
  }

  private static TwoTower train(
      TwoTowerData data, TwoTowerConfig config, RandomGenerator random, Consumer<String> progress) {
    TwoTowerTrainer.Trained trained = TwoTowerTrainer.train(data, config, progress, random);
    progress.accept(
        String.format(
            Locale.ROOT, "two-tower: %,.0f examples a second", trained.examplesPerSecond()));
    return trained.model();
  }

  static TwoTowerData data(Interactions watches) {
    List<User> users = new ArrayList<>();
    IntStream.range(0, watches.rows()).forEach(u -> users.add(User.unknown("u" + u)));
    List<Video> videos = new ArrayList<>();
    IntStream.range(0, watches.columns())
        .forEach(v -> videos.add(new Video("v" + v, "", "", List.of(), "", 0, Video.ALWAYS_THERE)));
    Catalog catalog = new Catalog(users, videos);
    return new TwoTowerData(
        NextWatchExamples.unordered(watches),
        catalog,
        ContentEncoder.encode(catalog),
        UserAttributes.fit(users));
  }

  static Matrix users(TwoTower model, Interactions watches, UserAttributes attributes) {
    Matrix users = new Matrix(watches.rows(), model.dimension());
    float[] none = new float[attributes.width()];
    float[] vector = new float[model.dimension()];
    for (int u = 0; u < watches.rows(); u++) {
      int[] watched = watches.row(u);
      History history = History.of(watched, new long[watched.length]);
      model.encodeUser(history, none, 0, vector);
      System.arraycopy(vector, 0, users.data(), users.offset(u), vector.length);
    }
    return users;
  }
}
