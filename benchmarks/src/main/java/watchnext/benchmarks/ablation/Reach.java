package watchnext.benchmarks.ablation;

import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import watchnext.evaluation.Recommender;
import watchnext.evaluation.VideoFacts;
import watchnext.task.Asked;
import watchnext.task.RankedList;

/**
 * A recommender that keeps count of how many lists each video is in. <i>Confined: one thread.</i>
 */
final class Reach implements Recommender {

  private final Recommender recommender;
  private final double[] lists;

  Reach(Recommender recommender, int videos) {
    this.recommender = recommender;
    this.lists = new double[videos];
  }

  @Override
  public RankedList recommend(Asked asked, int k) {
    RankedList list = recommender.recommend(asked, k);
    for (int i = 0; i < Math.min(k, list.size()); i++) {
      lists[list.videos()[i]]++;
    }
    return list;
  }

  /**
   * Spearman's rank correlation, over the videos that could be listed, of the number of lists with
   * the number of people who had watched the video before the cut: 1 when the popular are listed
   * most, 0 when popularity does not matter. NaN when every video is in as many lists.
   */
  double popularityCorrelation(VideoFacts facts) {
    int[] videos = IntStream.range(0, lists.length).filter(facts::isAvailable).toArray();
    double[] listed = IntStream.of(videos).mapToDouble(video -> lists[video]).toArray();
    double[] watchers = IntStream.of(videos).mapToDouble(facts::watchers).toArray();
    return new SpearmansCorrelation().correlation(listed, watchers);
  }
}
