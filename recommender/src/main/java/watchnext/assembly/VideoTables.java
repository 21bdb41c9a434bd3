package watchnext.assembly;

import watchnext.catalog.Catalog;
import watchnext.feature.content.VideoContent;
import watchnext.math.Rows;
import watchnext.model.twotower.TwoTower;
import watchnext.retrieval.CreatorVideos;
import watchnext.retrieval.FreshVideos;
import watchnext.retrieval.UnmetVideos;

/**
 * What the stages hold of each video and an upload adds to. Models that learn from watches
 * (factors, neighbours, segments, popularity) are not among them: nobody has watched an upload.
 * <i>Immutable; only the newest can be made longer.</i>
 *
 * @param twoTower knows each video, so that it counts in a history
 * @param vectors unit vectors, row = ordinal
 * @param creators the videos of each creator
 * @param fresh the videos by time of upload
 * @param unmet the videos that training never met
 */
public record VideoTables(
    TwoTower twoTower, Rows vectors, CreatorVideos creators, FreshVideos fresh, UnmetVideos unmet) {

  private static final long FRESH_SECONDS = 3 * 86_400L;

  /** The tables of {@code catalog}, of which {@code retrievers} know each video. */
  public static VideoTables of(Catalog catalog, Retrievers retrievers) {
    return new VideoTables(
        retrievers.twoTower(),
        Rows.of(retrievers.videoVectors()),
        CreatorVideos.of(catalog),
        new FreshVideos(catalog, FRESH_SECONDS),
        UnmetVideos.of(catalog.videos().size(), retrievers.twoTower()::hasMet));
  }

  /**
   * These and the last video of {@code longer}.
   *
   * @param content of this video alone
   * @param vector its unit vector
   */
  public VideoTables with(Catalog longer, VideoContent content, float[] vector) {
    int video = longer.videos().size() - 1;
    return new VideoTables(
        twoTower.knowingNext(content),
        vectors.with(vector),
        creators.with(longer),
        fresh.with(video, longer.video(video).uploadedEpochSecond()),
        unmet.with(video));
  }
}
