package watchnext.simulation;

import java.util.Arrays;
import java.util.BitSet;
import watchnext.retrieval.Retrieved;
import watchnext.retrieval.Retriever;
import watchnext.task.Asked;
import watchnext.task.RankedList;

/**
 * A source without the videos that stood on the user's pages lately. The rule of the house, the
 * same for every policy: without it one that leaves nothing to chance would show the same unopened
 * page again and again.
 *
 * <p>More is fetched than wanted, by as many as are withheld, so that the answer is what the source
 * would give if these did not exist. <i>Thread-safe as the source is.</i>
 *
 * @param source whose videos
 * @param withheld ordinals that are left out
 */
record Unrepeated(Retriever source, BitSet withheld) implements Retriever {

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public Retrieved retrieve(Asked asked, int k) {
    Retrieved found = source.retrieve(asked, k + withheld.cardinality());
    int[] videos = new int[Math.min(k, found.size())];
    float[] scores = new float[videos.length];
    int kept = 0;
    for (int i = 0; i < found.size() && kept < k; i++) {
      if (!withheld.get(found.videos()[i])) {
        videos[kept] = found.videos()[i];
        scores[kept++] = found.scores()[i];
      }
    }
    RankedList list = new RankedList(Arrays.copyOf(videos, kept), Arrays.copyOf(scores, kept));
    return new Retrieved(list, found.candidatePropensity());
  }
}
