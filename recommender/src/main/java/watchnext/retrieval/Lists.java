package watchnext.retrieval;

import java.util.Arrays;
import java.util.function.IntPredicate;
import watchnext.index.Neighbours;
import watchnext.math.TopK;
import watchnext.task.RankedList;

/** Selections and search results as ranked lists of eligible videos. <i>Stateless.</i> */
final class Lists {

  private Lists() {}

  /** What {@code top} holds, best first; it is empty afterwards. */
  static RankedList ranked(TopK top) {
    int[] videos = new int[top.size()];
    float[] scores = new float[top.size()];
    top.drain(videos, scores);
    return new RankedList(videos, scores);
  }

  /** The first {@code k} neighbours that are eligible. */
  static RankedList eligible(Neighbours neighbours, IntPredicate eligibility, int k) {
    int[] videos = new int[Math.min(k, neighbours.size())];
    float[] scores = new float[videos.length];
    int kept = 0;
    for (int i = 0; i < neighbours.size() && kept < videos.length; i++) {
      if (eligibility.test(neighbours.ordinals()[i])) {
        videos[kept] = neighbours.ordinals()[i];
        scores[kept++] = neighbours.scores()[i];
      }
    }
    return new RankedList(Arrays.copyOf(videos, kept), Arrays.copyOf(scores, kept));
  }
}
