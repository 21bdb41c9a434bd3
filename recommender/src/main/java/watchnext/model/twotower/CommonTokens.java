package watchnext.model.twotower;

import java.util.BitSet;
import watchnext.feature.VideoContent;

/**
 * The tokens that tell something of a video beyond itself: those of at least two videos that
 * training meets. A word of one title alone would become a second id of that video, learnt in place
 * of what the other tokens could say; and a word that training never met would give a new video an
 * embedding that nothing has moved. <i>Stateless.</i>
 */
final class CommonTokens {

  private CommonTokens() {}

  /**
   * The tokens that count.
   *
   * @param seen whether training meets a video, by ordinal
   */
  static BitSet of(VideoContent content, boolean[] seen) {
    int[] latest = new int[content.buckets()];
    BitSet met = new BitSet();
    BitSet common = new BitSet();
    for (int video = 0; video < seen.length; video++) {
      for (int i = 0; seen[video] && i < content.tokenCount(video); i++) {
        int token = content.token(video, i);
        // A token that a video has twice is met once.
        if (met.get(token) && latest[token] != video) {
          common.set(token);
        }
        met.set(token);
        latest[token] = video;
      }
    }
    return common;
  }
}
