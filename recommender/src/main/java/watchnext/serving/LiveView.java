package watchnext.serving;

import java.util.List;
import java.util.random.RandomGenerator;
import watchnext.assembly.Assembly;
import watchnext.assembly.Models;
import watchnext.assembly.VideoTables;
import watchnext.catalog.Catalog;
import watchnext.catalog.Uploads;
import watchnext.catalog.Video;
import watchnext.feature.FeatureState;
import watchnext.feature.content.ContentEncoder;
import watchnext.feature.content.VideoContent;
import watchnext.funnel.Funnel;
import watchnext.funnel.Stages;
import watchnext.index.LiveIndex;
import watchnext.index.VectorIndexCheck;
import watchnext.math.Matrix;
import watchnext.math.Rows;
import watchnext.math.UnitVectors;
import watchnext.require.Require;

/**
 * A snapshot and the videos uploaded since, as one request sees them: each upload is in every stage
 * of this view, or in none.
 *
 * <table>
 *   <caption>what each part knows of an upload</caption>
 *   <tr><td>catalogue, eligibility, page rules</td><td>everything, as of any video</td></tr>
 *   <tr><td>feature state, rows of the rankers</td><td>a video that nobody has met</td></tr>
 *   <tr><td>two towers, index, likeness, reasons</td><td>its vector, made from its content</td></tr>
 *   <tr><td>sources cold, fresh, explore, creator</td><td>it is there from now on</td></tr>
 *   <tr><td>ALS, neighbours, popularity, segments</td><td>nothing, which counts as 0</td></tr>
 * </table>
 *
 * <p>A view with one upload more shares its tables with the one before; see {@link LiveServing},
 * which makes them one after the other. <i>As immutable as its feature state: any number of
 * requests, while no event is observed.</i>
 */
public final class LiveView {

  private final Models models;
  private final LiveIndex index;
  private final VideoTables tables;
  private final FeatureState state;
  private final Stages stages;

  private LiveView(Models models, LiveIndex index, VideoTables tables, FeatureState state) {
    this.models = models;
    this.index = index;
    this.tables = tables;
    this.state = state;
    this.stages =
        Assembly.stages(
            version(models, state), models, state.catalog(), tables, index.asItStands());
  }

  /** The name of the snapshot, and how many videos were added to it. */
  private static String version(Models models, FeatureState state) {
    int added = state.catalog().videos().size() - models.catalog().videos().size();
    return models.provenance().version() + (added == 0 ? "" : "+" + added);
  }

  /**
   * The view of {@code models} with no uploads yet.
   *
   * @param state what is known of users and of the videos of the models
   * @param room most videos that can be added
   * @throws IllegalArgumentException when models and state number different users or videos
   */
  static LiveView of(Models models, FeatureState state, int room) {
    Require.that(
        models.catalog().numbersAs(state.catalog()),
        "models and state must number the same users and videos, were of %s and %s videos",
        models.catalog().videos().size(),
        state.catalog().videos().size());
    return new LiveView(
        models,
        new LiveIndex(models.index(), room, models.config().index().graph()),
        VideoTables.of(state.catalog(), models.retrievers()),
        state);
  }

  /**
   * This view with one video more. Whatever can refuse the video does so before anything is
   * changed.
   */
  LiveView with(Video video) {
    Uploads.require(catalog(), video);
    index.requireRoom();
    int ordinal = catalog().videos().size();
    VideoContent content = ContentEncoder.encode(video, ordinal);
    float[] vector = new float[index.dimension()];
    models.twoTower().encodeVideo(ordinal, content, vector);
    float[] unit = UnitVectors.normalised(vector, ordinal, vector.length);
    FeatureState longer = state.with(video);
    float[] held = index.vector(index.add(unit));
    return new LiveView(models, index, tables.with(longer.catalog(), content, held), longer);
  }

  /** What answers the requests of this view. */
  public Funnel funnel() {
    return new Funnel(stages, state);
  }

  /** The stages. */
  public Stages stages() {
    return stages;
  }

  /** What is known of users and videos. */
  public FeatureState state() {
    return state;
  }

  /** Users and videos, the uploads at the end. */
  public Catalog catalog() {
    return state.catalog();
  }

  /** What was uploaded since the snapshot was built, in order. */
  public List<Video> uploads() {
    List<Video> videos = catalog().videos();
    return videos.subList(models.catalog().videos().size(), videos.size());
  }

  /** Checks the live part of the index; nothing may be added meanwhile. */
  VectorIndexCheck check(int queries, int k, double leastRecall, RandomGenerator random) {
    return VectorIndexCheck.ofLive(index, allVectors(), queries, k, leastRecall, random);
  }

  private Matrix allVectors() {
    Rows rows = tables.vectors();
    Matrix all = new Matrix(rows.size(), rows.columns());
    for (int r = 0; r < rows.size(); r++) {
      System.arraycopy(rows.data(r), rows.offset(r), all.data(), all.offset(r), rows.columns());
    }
    return all;
  }
}
