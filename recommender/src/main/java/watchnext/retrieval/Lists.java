package watchnext.retrieval;

import watchnext.feature.History;
import watchnext.math.TopK;
import watchnext.task.RankedList;

/** Selections as ranked lists, and the end of a history. <i>Stateless.</i> */
final class Lists {

  private Lists() {}

  /** What {@code top} holds, best first, none of it drawn; it is empty afterwards. */
  static Retrieved certain(TopK top) {
    int[] videos = new int[top.size()];
    float[] scores = new float[top.size()];
    top.drain(videos, scores);
    return Retrieved.certain(new RankedList(videos, scores));
  }

  /** The latest {@code most} videos of {@code history}, newest first. */
  static int[] latest(History history, int most) {
    int[] videos = new int[Math.min(most, history.size())];
    for (int i = 0; i < videos.length; i++) {
      videos[i] = history.video(history.size() - 1 - i);
    }
    return videos;
  }
}
