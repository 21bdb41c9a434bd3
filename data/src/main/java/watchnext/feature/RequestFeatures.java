package watchnext.feature;

import java.util.List;
import java.util.stream.Stream;
import watchnext.catalog.Context;

/**
 * The feature rows of one request: what concerns the user alone is computed once, here, and copied
 * in front of every candidate's own features. Rows are written into the caller's array; nothing is
 * allocated per candidate.
 *
 * <p>It reads the state it was made of, and is stale once that moves on. <i>Confined: one thread at
 * a time, and no event observed meanwhile.</i>
 */
public final class RequestFeatures {

  private static final List<VideoFeatures.Feature> CANDIDATE =
      Stream.of(
              VideoFeatures.POPULARITY,
              VideoFeatures.FRESHNESS,
              VideoFeatures.DURATION,
              AffinityFeatures.TAGS,
              AffinityFeatures.CREATOR,
              AffinityFeatures.EXPOSURE,
              AffinityFeatures.INTERPLAY)
          .flatMap(List::stream)
          .toList();

  private static final VideoFeatures.Feature[] CANDIDATE_ARRAY =
      CANDIDATE.toArray(VideoFeatures.Feature[]::new);

  static final List<String> NAMES =
      Stream.concat(
              UserFeatures.ALL.stream().map(UserFeatures.Feature::name),
              CANDIDATE.stream().map(VideoFeatures.Feature::name))
          .toList();

  private final float[] userPart;
  private final VideoView view;

  private RequestFeatures(float[] userPart, VideoView view) {
    this.userPart = userPart;
    this.view = view;
  }

  /** The features of {@code user} in {@code context}, as {@code state} knows them. */
  public static RequestFeatures of(FeatureState state, int user, Context context) {
    UserView userView = new UserView(state, user, context);
    float[] userPart = new float[UserFeatures.ALL.size()];
    for (int i = 0; i < userPart.length; i++) {
      userPart[i] = (float) UserFeatures.ALL.get(i).value().applyAsDouble(userView);
    }
    return new RequestFeatures(userPart, new VideoView(userView));
  }

  /**
   * Writes the row of {@code video}: {@link RankingFeatures#width} values from {@code offset} on.
   */
  public void encode(int video, float[] out, int offset) {
    System.arraycopy(userPart, 0, out, offset, userPart.length);
    view.moveTo(video);
    int at = offset + userPart.length;
    for (VideoFeatures.Feature feature : CANDIDATE_ARRAY) {
      out[at++] = (float) feature.value().applyAsDouble(view);
    }
  }
}
